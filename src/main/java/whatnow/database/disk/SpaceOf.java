package whatnow.database.disk;

import java.nio.file.Path;
import java.util.Optional;

/** Reads what a disk has left. */
interface SpaceOf {

    /** Empty if it cannot be told. A folder that is not there yet has the room of the folder it will be made in. */
    Optional<Space> folder(Path folder);
}
