package whatnow.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * As whom PostgreSQL runs and where its files lie. It refuses to run as root, so root steps down first:
 *
 * <ol>
 *   <li>{@code unshare -U} makes a user namespace in which we are nobody while the kernel still takes us for the owner of
 *       our files. That works in a 0700 home too; outside, process and files keep showing root.
 *   <li>Where the kernel refuses that, {@code setpriv} changes to an unprivileged user, with files of its own under
 *       {@code /var/lib/whatnow}, because that user may not enter root's directories.
 * </ol>
 *
 * <p>A cluster stays where it was made. Falling back to another place would start empty, and look like lost data.
 *
 * @param prefix words to put before every command
 * @param home where PostgreSQL's files lie
 * @param owner who must own them, if that is not us
 */
record Privileges(List<String> prefix, Path home, Optional<String> owner) {

    static final Path REFUGE = Path.of("/var/lib/whatnow");

    private static final int SECONDS = 10;
    private static final List<String> UNSHARE = List.of("unshare", "-U");
    private static final String NOT_ROOT_AND_MAY_ENTER =
            "test \"$(id -u)\" != 0 && test -r \"$1\" && test -w \"$1\" && test -x \"$1\"";

    static Privileges choose(Path home) throws IOException {
        return choose(home, REFUGE, UNSHARE);
    }

    /** @param unshare the command that makes a user namespace */
    static Privileges choose(Path home, Path refuge, List<String> unshare) throws IOException {
        if (new UnixSystem().getUid() != 0) {
            return new Privileges(List.of(), home, Optional.empty());
        }
        var own = refuge.resolve(nameOf(home));
        if (Cluster.existsIn(own)) {
            return as(refugee(), own);
        }
        var owner = Files.getOwner(home, LinkOption.NOFOLLOW_LINKS).getName();
        if (!owner.equals("root")) {
            return as(owner, home);
        }
        if (mayEnter(unshare, home)) {
            return new Privileges(List.copyOf(unshare), home, Optional.empty());
        }
        if (Cluster.existsIn(home)) {
            throw new DatabaseDidNotStart(
                    "The database (%s) belongs to root and was made where user namespaces were allowed; now 'unshare -U' is refused or cannot enter it. Allow user namespaces again, or give the directory to a normal user (chown -R) and start Whatnow as that user."
                            .formatted(home));
        }
        return as(refugee(), own);
    }

    /** Gives a path to the user PostgreSQL runs as. Does nothing when that is us. */
    Path handOver(Path path) throws IOException {
        if (owner.isPresent()) {
            var lookup = path.getFileSystem().getUserPrincipalLookupService();
            var view = Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
            view.setOwner(lookup.lookupPrincipalByName(owner.get()));
        }
        return path;
    }

    /** A private directory that PostgreSQL may use. */
    Path directory(Path path) throws IOException {
        return handOver(PrivateFiles.directory(path));
    }

    Command command(List<String> words) {
        return new Command(Stream.concat(prefix.stream(), words.stream()).toList());
    }

    private static Privileges as(String user, Path home) throws IOException {
        var prefix = new ArrayList<>(List.of("setpriv", "--reuid=" + number("-u", user)));
        prefix.addAll(List.of("--regid=" + number("-g", user), "--clear-groups"));
        var privileges = new Privileges(List.copyOf(prefix), home, Optional.of(user));
        var change = privileges.command(List.of("true")).run(SECONDS);
        if (!change.isGood()) {
            throw new DatabaseDidNotStart(
                    "PostgreSQL does not run as root, and here root can neither make a user namespace nor become the user (%s): (%s). Start Whatnow as a normal user."
                            .formatted(user, change.output()));
        }
        // The way to the private directory must stay open to the user who goes it.
        Files.createDirectories(Objects.requireNonNull(home.getParent()));
        privileges.directory(home);
        if (!mayEnter(prefix, home)) {
            throw new DatabaseDidNotStart(
                    "PostgreSQL does not run as root, and the user (%s) it would run as cannot enter the directory (%s). Start Whatnow as a normal user, or let that user in (chmod o+x), or set WHATNOW_DATA to a directory elsewhere."
                            .formatted(user, closedTo(prefix, home)));
        }
        return privileges;
    }

    /** Everyone has nobody. One user of its own is better, because nobody is shared with other programs. */
    private static String refugee() {
        return Command.of("id", "-u", "whatnow").run(SECONDS).isGood() ? "whatnow" : "nobody";
    }

    private static String number(String which, String user) {
        var answer = Command.of("id", which, user).run(SECONDS);
        if (!answer.isGood()) {
            throw new DatabaseDidNotStart(
                    "PostgreSQL does not run as root, and this machine does not know the user (%s) to run it as. Start Whatnow as a normal user."
                            .formatted(user));
        }
        return answer.output();
    }

    private static boolean mayEnter(List<String> prefix, Path directory) {
        var words = new ArrayList<>(prefix);
        words.addAll(List.of("sh", "-c", NOT_ROOT_AND_MAY_ENTER, "sh", directory.toString()));
        return new Command(words).run(SECONDS).isGood();
    }

    /** The uppermost directory on the way that stops this user; the last one when none does. */
    private static Path closedTo(List<String> prefix, Path directory) {
        var way = Stream.iterate(directory.toAbsolutePath(), it -> it != null, Path::getParent)
                .toList()
                .reversed();
        return way.stream()
                .filter(it -> !new Privileges(prefix, it, Optional.empty())
                        .command(List.of("test", "-x", it.toString()))
                        .run(SECONDS)
                        .isGood())
                .findFirst()
                .orElse(directory);
    }

    /** Two data directories of one machine must not meet in the refuge. */
    private static String nameOf(Path home) {
        return UUID.nameUUIDFromBytes(home.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
