package whatnow.rulebook;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A step of the build: compiles the shipped books into the product's own classes, where {@link ShippedBooks} finds
 * them. It does nothing while neither rules nor classes have changed.
 */
final class ShipBooks {

    private final Path rules;
    private final Path classes;
    private final Path index;

    private ShipBooks(Path rules, Path classes) {
        this.rules = rules;
        this.classes = classes;
        this.index = classes.resolve(ShippedBooks.INDEX);
    }

    /**
     * @param arguments the folder of the books, and the folder into which the product's classes were compiled
     */
    public static void main(String[] arguments) throws IOException {
        // The engine's hints about speed are of no use in a build's output; its errors are thrown.
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
        new ShipBooks(Path.of(arguments[0]), Path.of(arguments[1])).run();
    }

    private void run() throws IOException {
        var made = index.resolve("made-from");
        var state = state();
        if (Files.exists(made) && Files.readString(made).equals(state)) {
            return;
        }
        FileSystemUtils.deleteRecursively(index);
        Files.createDirectories(index);
        for (var book : books()) {
            ship(book.getFileName().toString(), RuleSources.of(book));
        }
        Files.writeString(made, state);
    }

    private List<Path> books() throws IOException {
        try (var folders = Files.list(rules)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    private void ship(String name, RuleSources sources) throws IOException {
        if (sources.isEmpty()) {
            return;
        }
        removeEarlier(name);
        var sha256 = RuleBook.sha256(sources.text());
        var built = Engine.build(name, sources.text(), sha256);
        for (var file : built.classes().entrySet()) {
            var target = classes.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
        Files.writeString(index.resolve(sha256), built.model());
    }

    /** Classes of a text that is no longer shipped. */
    private void removeEarlier(String name) throws IOException {
        var folder = classes.resolve("rules").resolve(name);
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var found = Files.list(folder)) {
            for (var old : found.filter(Files::isDirectory).toList()) {
                FileSystemUtils.deleteRecursively(old);
            }
        }
    }

    /** What the result depends on: every rule, and every class that a rule may name. */
    private String state() throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(RuleBook.engine().getBytes(StandardCharsets.UTF_8));
            for (var file : files(rules, _ -> true)) {
                digest.update(Files.readAllBytes(file));
            }
            for (var file :
                    files(classes.resolve("whatnow"), it -> it.toString().endsWith(".class"))) {
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    private static List<Path> files(Path folder, Predicate<Path> which) {
        try (var found = Files.walk(folder)) {
            return new ArrayList<>(
                    found.filter(Files::isRegularFile).filter(which).sorted().toList());
        } catch (IOException e) {
            throw new UncheckedIOException("(%s) cannot be read.".formatted(folder), e);
        }
    }
}
