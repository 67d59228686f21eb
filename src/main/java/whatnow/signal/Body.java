package whatnow.signal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.springframework.http.HttpStatus;

/** Reads the bytes of a request and stops at the limit, before anybody tries to understand them. */
public final class Body {

    /** What doors for many alerts take. */
    public static final int BATCH = 4 * 1024 * 1024;

    /** What all other doors take. */
    public static final int SINGLE = 256 * 1024;

    private static final int MOST_INFLATED = 4 * 1024 * 1024;
    private static final int MOST_RATIO = 50;

    public static byte[] read(HttpServletRequest request, int limit) throws IOException {
        if (request.getContentLengthLong() > limit) {
            throw tooLarge(limit);
        }
        var body = read(request.getInputStream(), limit);
        return switch (encoding(request)) {
            case "", "identity" -> body;
            case "gzip", "x-gzip" -> inflated(body, Math.min(limit, MOST_INFLATED));
            default ->
                throw Refused.field(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Content-Encoding", encoding(request), "gzip, or none");
        };
    }

    /** A body that is sent as it is. */
    public static byte[] read(InputStream body, int limit) throws IOException {
        return upTo(limit, body, tooLarge(limit));
    }

    /** How many bytes it will be at most, as far as its sender says before it is read. */
    public static int announced(HttpServletRequest request, int limit) {
        var length = request.getContentLengthLong();
        return length < 0 || length > limit || !encoding(request).isEmpty() ? limit : (int) length;
    }

    private static String encoding(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Content-Encoding"))
                .orElse("")
                .trim()
                .toLowerCase(Locale.ROOT);
    }

    private static byte[] inflated(byte[] body, int limit) throws IOException {
        var most = (int) Math.min(limit, (long) body.length * MOST_RATIO);
        var why = Refused.because(
                HttpStatus.CONTENT_TOO_LARGE,
                "The compressed body (%d bytes) holds more than %d bytes, the most that is inflated; send smaller batches."
                        .formatted(body.length, most));
        try (var stream = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return upTo(most, stream, why);
        } catch (ZipException | EOFException broken) {
            throw Refused.at(0, "The body says it is gzip and is not: " + broken.getMessage() + ".");
        }
    }

    private static byte[] upTo(int limit, InputStream stream, Refused otherwise) throws IOException {
        var bytes = stream.readNBytes(limit);
        if (stream.read() >= 0) {
            throw otherwise;
        }
        return bytes;
    }

    private static Refused tooLarge(int limit) {
        return Refused.because(
                HttpStatus.CONTENT_TOO_LARGE,
                "The body is larger than %d bytes, the most that this door takes; send smaller batches."
                        .formatted(limit));
    }

    private Body() {}
}
