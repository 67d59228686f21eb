package whatnow.knowledge.measure;

import java.io.IOException;
import java.util.List;

/** Something that finds documents. */
public interface Engine {

    int DEPTH = 10;

    String name();

    /** Paths of the best documents, best first, each once; at most {@link #DEPTH}. */
    List<String> find(String question) throws IOException;
}
