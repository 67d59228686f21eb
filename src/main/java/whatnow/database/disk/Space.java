package whatnow.database.disk;

import java.util.Locale;

/**
 * What of a file system is used and what is left to us, in bytes. What is kept for root is neither, as in {@code df}.
 */
public record Space(long used, long free) {

    private static final long MEBI = 1L << 20;
    private static final long GIBI = 1L << 30;

    /** From 0 to 1. */
    public double share() {
        return used + free == 0 ? 1 : (double) used / (used + free);
    }

    /** For example {@code 92 % used, 20 MiB free}. Rounded down, so that it never says less room than a limit allows. */
    String words() {
        return "%d %% used, %s free".formatted((int) (share() * 100), size(free));
    }

    static String size(long bytes) {
        return bytes < GIBI ? bytes / MEBI + " MiB" : String.format(Locale.ROOT, "%.1f GiB", (double) bytes / GIBI);
    }
}
