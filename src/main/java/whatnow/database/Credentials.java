package whatnow.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The passwords of the embedded server, made on the first start.
 *
 * <p>There are two, because the application has no business being superuser: a superuser may read files and run
 * programs, and a hole in one statement would be a hole in the machine.
 *
 * @param administrator of the role that owns the server
 * @param application of the role that owns Whatnow's database
 */
record Credentials(String administrator, String application) {

    static final String ADMINISTRATOR = "postgres";

    private static final int BYTES = 32;

    /** @param clusterExists whether a server already knows the administrator's password */
    static Credentials in(Path data, boolean clusterExists) throws IOException {
        var directory = PrivateFiles.directory(data.resolve("credentials"));
        PrivateFiles.inheritOwner(directory);
        var administrator = directory.resolve("database-administrator.password");
        if (clusterExists && !Files.exists(administrator)) {
            throw new DatabaseDidNotStart(
                    "The database has data, but the file with its password (%s) is gone. Put it back from a backup."
                            .formatted(administrator));
        }
        return new Credentials(readOrMake(administrator), readOrMake(directory.resolve("database.password")));
    }

    Login application(int port) {
        return Login.of(port, "whatnow", "whatnow", application);
    }

    Login administrator(int port, String database) {
        return Login.of(port, database, ADMINISTRATOR, administrator);
    }

    private static String readOrMake(Path file) throws IOException {
        if (!Files.exists(file)) {
            PrivateFiles.write(file, random());
        }
        return Files.readString(file).strip();
    }

    /** Hexadecimal, so that it needs no quoting anywhere. */
    private static String random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return "Credentials[...]";
    }
}
