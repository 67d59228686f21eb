package whatnow.knowledge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A picture or another file that lies beside the articles.
 *
 * @param id made from the path, so that nothing of an address is ever taken for a path
 * @param path below the folder of the library, with forward slashes
 */
public record Attachment(String id, String path) {

    static final int MOST_BYTES = 10 * 1024 * 1024;

    private static final int ID_BYTES = 16;
    private static final Map<String, String> MEDIA_TYPES = Map.ofEntries(
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("webp", "image/webp"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("txt", "text/plain;charset=UTF-8"),
            Map.entry("csv", "text/csv;charset=UTF-8"),
            Map.entry("json", "application/json"),
            Map.entry("yaml", "application/yaml"),
            Map.entry("yml", "application/yaml"),
            Map.entry("drawio", "application/xml"),
            Map.entry("puml", "text/plain;charset=UTF-8"));

    static Attachment at(String path) {
        return new Attachment(id(path), path);
    }

    static boolean isOne(String fileName) {
        return !fileName.startsWith(".") && MEDIA_TYPES.containsKey(ending(fileName));
    }

    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    public String mediaType() {
        return Optional.ofNullable(MEDIA_TYPES.get(ending(path))).orElse("application/octet-stream");
    }

    /** Pictures are shown; anything else is handed over to be kept. */
    public boolean isPicture() {
        return mediaType().startsWith("image/");
    }

    private static String ending(String fileName) {
        return fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String id(String path) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(path.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256; this one does not.", missing);
        }
    }
}
