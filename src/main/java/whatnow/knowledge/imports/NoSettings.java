package whatnow.knowledge.imports;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.FS_POSIX;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * Git as if nobody had set anything up on this machine: no settings of the user or the system can send a
 * fetch elsewhere or have something run, and finding them would start a process.
 */
final class NoSettings extends SystemReader.Delegate {

    private static final int OWNER_ONLY = 0077;

    private NoSettings(SystemReader usual) {
        super(usual);
    }

    static void use() {
        if (!(SystemReader.getInstance() instanceof NoSettings)) {
            SystemReader.setInstance(new NoSettings(SystemReader.getInstance()));
            if (FS.DETECTED instanceof FS_POSIX system) {
                system.setUmask(OWNER_ONLY);
            }
        }
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS system) {
        return new Nothing(parent, system);
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS system) {
        return new Nothing(parent, system);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS system) {
        return new Nothing(parent, system);
    }

    @Override
    public StoredConfig getUserConfig() {
        return new Nothing(null, FS.DETECTED);
    }

    @Override
    public StoredConfig getSystemConfig() {
        return new Nothing(null, FS.DETECTED);
    }

    @Override
    public StoredConfig getJGitConfig() {
        return new Nothing(null, FS.DETECTED);
    }

    private static final class Nothing extends FileBasedConfig {

        Nothing(@Nullable Config parent, FS system) {
            super(parent, null, system);
        }

        @Override
        public void load() {
            // there is no file
        }

        @Override
        public void save() {
            // and there will be none
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
