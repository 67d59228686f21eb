package whatnow.knowledge;

import java.io.IOException;
import java.util.SortedMap;
import java.util.SortedSet;

/** Where the Markdown files lie. */
interface Shelf {

    /** What is there: path below the folder, and a stamp that changes whenever the file does. */
    SortedMap<String, String> look() throws IOException;

    /** What else lay there at the last look that an article may show or link to: paths below the folder. */
    SortedSet<String> files();

    /** At most one byte more than an article may have, so that a mistake cannot fill the memory. */
    byte[] read(String path) throws IOException;

    /** At most one byte more than such a file may have. */
    byte[] readFile(String path) throws IOException;

    /** As people should see it. */
    String name();

    /** Whether it makes sense to look again. */
    boolean changes();
}
