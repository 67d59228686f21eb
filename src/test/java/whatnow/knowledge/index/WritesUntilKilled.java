package whatnow.knowledge.index;

import java.nio.file.Path;

/** Writes article after article into an index, as fast as it can, and says what was committed. It ends by being killed. */
final class WritesUntilKilled {

    static final int EDITS = 20;

    public static void main(String[] arguments) {
        var edits = new Edits(Long.parseLong(arguments[1]));
        System.out.println("up");
        // Never closed: that is what it is for.
        var index = KeptIndex.in(Path.of(arguments[0]));
        for (var commit = 1; ; commit++) {
            index.follow(edits.after(EDITS));
            index.trouble().ifPresent(it -> {
                throw new IllegalStateException(it);
            });
            System.out.println("commit " + commit);
        }
    }

    private WritesUntilKilled() {}
}
