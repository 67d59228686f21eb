package whatnow.knowledge.imports;

import java.io.EOFException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Says why a repository cannot be fetched, and what to try, from the failures of those who tried. */
final class Unfetched {

    private static final int DEEPEST = 20;

    static String why(Throwable failed) {
        return causes(failed)
                .map(it -> known(it, said(deepest(failed), failed)))
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse("%s. Try the address in a browser, or clone it and import the folder."
                        .formatted(said(deepest(failed), failed)));
    }

    private static Stream<Throwable> causes(Throwable failed) {
        return Stream.iterate(failed, Objects::nonNull, Throwable::getCause).limit(DEEPEST);
    }

    private static Throwable deepest(Throwable failed) {
        return causes(failed).reduce(failed, (_, last) -> last);
    }

    private static String known(Throwable cause, String detail) {
        var message = String.valueOf(cause.getMessage());
        if (cause instanceof SSLException || message.contains("SSL")) {
            return "its certificate is not trusted here (%s). Try a Java that knows who issued it, with -Djavax.net.ssl.trustStore in JAVA_TOOL_OPTIONS, or clone it and import the folder."
                    .formatted(detail);
        }
        if (cause instanceof UnknownHostException) {
            return "there is no host of the name (%s). Try the address in a browser.".formatted(message);
        }
        if (cause instanceof SocketTimeoutException || message.contains("Read timed out")) {
            return "the server fell silent. Try again later, or clone it and import the folder.";
        }
        if (message.contains("not authorized") || message.contains("Authentication is required")) {
            return "the server wants a name and a password, or others. Try WHATNOW_GIT_TOKEN=... before the command, with NAME@ before the host if it wants a certain one, or clone it and import the folder.";
        }
        if (message.contains("Cannot redirect")) {
            return "it has moved, and redirects are not followed. Try the address that it moved to.";
        }
        if (cause instanceof EOFException || message.contains("Premature EOF")) {
            return "the server hung up halfway (%s). Try again later, or clone it and import the folder."
                    .formatted(message);
        }
        return "";
    }

    private static String said(Throwable last, Throwable first) {
        var message = last.getMessage();
        return (message == null ? String.valueOf(first.getMessage()) : message).replaceFirst("\\.$", "");
    }

    private Unfetched() {}
}
