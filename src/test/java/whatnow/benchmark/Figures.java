package whatnow.benchmark;

import java.util.List;

/** What was measured, in a line. */
final class Figures {

    @SuppressWarnings("SystemOut")
    static void print(String what, List<Double> millis) {
        var sorted = millis.stream().sorted().toList();
        if (sorted.isEmpty()) {
            System.out.println(what + ": nothing measured");
            return;
        }
        System.out.printf(
                "%s: n %d, p50 %.1f ms, p99 %.1f ms, max %.1f ms%n",
                what,
                sorted.size(),
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() * 99 / 100),
                sorted.getLast());
    }

    private Figures() {}
}
