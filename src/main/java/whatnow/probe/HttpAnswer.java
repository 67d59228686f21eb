package whatnow.probe;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * As much of an answer as a check needs. The other side may be anything, so every part of it has an end.
 *
 * @param location where it sends whoever asked, if anywhere
 * @param text the beginning of the body; empty if none was wanted
 */
record HttpAnswer(int status, Optional<String> location, String text) {

    static final int MOST_OF_BODY = 64 * 1024;

    private static final int MOST_OF_HEADERS = 32 * 1024;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: .*)?");
    private static final int FIRST_FINAL = 200;

    /** @throws IOException in words, if it is no HTTP */
    static HttpAnswer read(InputStream in, boolean withText) throws IOException {
        var left = MOST_OF_HEADERS;
        while (true) {
            var first = line(in, left);
            var status = STATUS.matcher(first);
            if (!status.matches()) {
                throw new IOException("what answers does not speak HTTP");
            }
            left -= first.length();
            var headers = headers(in, left);
            var code = Integer.parseInt(status.group(1));
            if (code >= FIRST_FINAL) {
                return new HttpAnswer(
                        code, Optional.ofNullable(headers.get("location")), withText ? body(in, headers) : "");
            }
            left -= headers.values().stream().mapToInt(String::length).sum() + 1;
        }
    }

    private static Map<String, String> headers(InputStream in, int most) throws IOException {
        var headers = new HashMap<String, String>();
        var left = most;
        for (var line = line(in, left); !line.isEmpty(); line = line(in, left)) {
            left -= line.length() + 1;
            var colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private static String body(InputStream in, Map<String, String> headers) throws IOException {
        var bytes = headers.getOrDefault("transfer-encoding", "")
                        .toLowerCase(Locale.ROOT)
                        .contains("chunked")
                ? chunks(in)
                : in.readNBytes((int) Math.min(MOST_OF_BODY, length(headers)));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static long length(Map<String, String> headers) {
        try {
            return Math.max(0, Long.parseLong(headers.getOrDefault("content-length", "")));
        } catch (NumberFormatException _) {
            return MOST_OF_BODY;
        }
    }

    private static byte[] chunks(InputStream in) throws IOException {
        var all = new ByteArrayOutputStream();
        while (all.size() < MOST_OF_BODY) {
            var size = size(line(in, MOST_OF_HEADERS));
            if (size == 0) {
                break;
            }
            all.writeBytes(in.readNBytes((int) Math.min(size, MOST_OF_BODY - all.size())));
            line(in, MOST_OF_HEADERS);
        }
        return all.toByteArray();
    }

    private static long size(String line) throws IOException {
        try {
            return Long.parseUnsignedLong(line.split(";", 2)[0].strip(), 16) & Long.MAX_VALUE;
        } catch (NumberFormatException broken) {
            throw new IOException("what answers does not speak HTTP", broken);
        }
    }

    private static String line(InputStream in, int most) throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection was closed without an answer");
            }
            if (line.size() >= most) {
                throw new IOException("what answers sends headers without end");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }
}
