package whatnow.knowledge.foreign;

import java.io.IOException;
import java.util.List;
import java.util.SortedSet;
import whatnow.knowledge.Library.Problem;

/** Where foreign files lie. Their paths are data: only the source itself knows what to do with one. */
public interface Source {

    /**
     * What is there.
     *
     * @param markdown paths with forward slashes
     * @param others everything else that an article may point to
     * @param problems what was not looked at, and why
     */
    record Contents(SortedSet<String> markdown, SortedSet<String> others, List<Problem> problems) {

        public Contents {
            problems = List.copyOf(problems);
        }
    }

    Contents look() throws IOException;

    /** The bytes of one file; one more than {@code most} when there are more. */
    byte[] read(String path, int most) throws IOException;
}
