package whatnow.signal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.springframework.http.HttpStatus;

/** Reads the bytes of a request and stops at the limit, before anybody tries to understand them. */
public final class Body {

    /** What doors for many alerts take. */
    public static final int BATCH = 4 * 1024 * 1024;

    /** What all other doors take. */
    public static final int SINGLE = 256 * 1024;

    private static final int MOST_RATIO = 50;
    private static final Duration LONGEST = Duration.ofSeconds(20);

    public static byte[] read(HttpServletRequest request, int limit) throws IOException {
        if (request.getContentLengthLong() > limit) {
            throw tooLarge(limit);
        }
        var body = read(request.getInputStream(), limit);
        if (body.length == 0 && request.getContentLengthLong() > 0) {
            throw Refused.field(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "Content-Type",
                    Optional.ofNullable(request.getContentType()).orElse("missing"),
                    "application/json; as a form the body was taken apart before it could be read, and nothing was kept");
        }
        return switch (encoding(request)) {
            case "", "identity" -> body;
            case "gzip", "x-gzip" -> inflated(body, limit);
            default ->
                throw Refused.field(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Content-Encoding", encoding(request), "gzip, or none");
        };
    }

    /** A body that is sent as it is. */
    public static byte[] read(InputStream body, int limit) throws IOException {
        return read(body, limit, System::nanoTime);
    }

    /** @param nanos a clock that only goes forward */
    static byte[] read(InputStream body, int limit, LongSupplier nanos) throws IOException {
        return upTo(limit, new Timely(body, nanos), tooLarge(limit));
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

    /** A sender that drips its bytes holds the place of others; from the first one on it has so long for all of them. */
    private static final class Timely extends FilterInputStream {

        private final LongSupplier nanos;
        private OptionalLong first = OptionalLong.empty();

        Timely(InputStream body, LongSupplier nanos) {
            super(body);
            this.nanos = nanos;
        }

        @Override
        public int read() throws IOException {
            return inTime(super.read());
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            return inTime(super.read(bytes, from, most));
        }

        private int inTime(int read) {
            var now = nanos.getAsLong();
            if (first.isEmpty()) {
                first = OptionalLong.of(now);
            }
            if (read >= 0 && now - first.getAsLong() > LONGEST.toNanos()) {
                throw Refused.because(
                        HttpStatus.REQUEST_TIMEOUT,
                        "The body took longer than %d s to arrive; nothing was kept. Send it again."
                                .formatted(LONGEST.toSeconds()));
            }
            return read;
        }
    }

    private static Refused tooLarge(int limit) {
        return Refused.because(
                HttpStatus.CONTENT_TOO_LARGE,
                "The body is larger than %d bytes, the most that this door takes; send smaller batches."
                        .formatted(limit));
    }

    private Body() {}
}
