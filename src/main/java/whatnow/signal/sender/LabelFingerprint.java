package whatnow.signal.sender;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;

/** Alertmanager's own fingerprint of an alert: FNV-1a over the sorted labels, so that an alert is the same through any door. */
public final class LabelFingerprint {

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final int SEPARATOR = 0xFF;

    private static final Comparator<byte[]> BYTES = Arrays::compareUnsigned;

    public static String of(Map<String, String> labels) {
        var sum = labels.entrySet().stream()
                .map(it -> new byte[][] {bytes(it.getKey()), bytes(it.getValue())})
                .sorted(Comparator.comparing(it -> it[0], BYTES))
                .reduce(OFFSET, (hash, label) -> with(with(hash, label[0]), label[1]), (_, last) -> last);
        return "%016x".formatted(sum);
    }

    private static long with(long hash, byte[] text) {
        var sum = hash;
        for (byte next : text) {
            sum = (sum ^ (next & 0xFF)) * PRIME;
        }
        return (sum ^ SEPARATOR) * PRIME;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private LabelFingerprint() {}
}
