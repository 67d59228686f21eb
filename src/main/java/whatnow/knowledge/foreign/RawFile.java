package whatnow.knowledge.foreign;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The text of a file whose encoding nobody promised.
 *
 * @param isGuess the bytes are not UTF-8 and were read as what Windows writes
 * @param length in bytes
 */
record RawFile(String text, boolean isGuess, int length) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** Why a file is not read at all. */
    static final class Refused extends IOException {

        private static final long serialVersionUID = 1;

        Refused(String why) {
            super(why);
        }

        String why() {
            return String.valueOf(getMessage());
        }
    }

    static RawFile read(Source source, String path, int most) throws IOException {
        var bytes = source.read(path, most);
        if (bytes.length > most) {
            throw new Refused("The file is larger than 1 MiB.");
        }
        return of(bytes);
    }

    private static RawFile of(byte[] bytes) throws Refused {
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            return new RawFile(tidy(new String(bytes, StandardCharsets.UTF_16)), false, bytes.length);
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new RawFile(tidy(text), false, bytes.length);
        } catch (CharacterCodingException _) {
            if (zeros(bytes) > bytes.length / 100) {
                throw new Refused("The file is not text.");
            }
            return new RawFile(tidy(new String(bytes, WINDOWS)), true, bytes.length);
        }
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    private static long zeros(byte[] bytes) {
        var zeros = 0L;
        for (var it : bytes) {
            zeros += it == 0 ? 1 : 0;
        }
        return zeros;
    }

    private static String tidy(String text) {
        return text.replaceFirst("^\uFEFF", "")
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\0', '\uFFFD');
    }
}
