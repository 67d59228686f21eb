package whatnow.database.disk;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks the operating system. It reads no list of mounts and so is cheap enough for every second. */
final class MountedSpace implements SpaceOf {

    @Override
    public Optional<Space> folder(Path folder) {
        return Stream.iterate(folder.toAbsolutePath(), it -> it != null, Path::getParent)
                .map(Path::toFile)
                .filter(File::exists)
                .findFirst()
                .map(it -> new Space(it.getTotalSpace() - it.getFreeSpace(), it.getUsableSpace()))
                // What cannot be read is answered by zeros.
                .filter(it -> it.used() + it.free() > 0);
    }
}
