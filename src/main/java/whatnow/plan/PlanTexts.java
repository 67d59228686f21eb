package whatnow.plan;

import java.io.IOException;
import java.util.List;

/** Where the files of plans are read from. */
interface PlanTexts {

    /** All plans' files and the defaults, by plan; a text may be anything. */
    List<PlanText> read() throws IOException;
}
