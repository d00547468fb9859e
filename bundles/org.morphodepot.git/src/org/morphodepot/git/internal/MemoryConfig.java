package org.morphodepot.git.internal;

import java.io.File;
import java.util.concurrent.TimeUnit;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;

/** Settings that are in no file: never read, never written. */
final class MemoryConfig extends FileBasedConfig {

    private static final int COARSEST_SECONDS = 2;

    MemoryConfig(Config parent, FS files) {
        super(parent, new File("none"), files);
    }

    @Override
    public void load() {
        // there is nothing to read
    }

    @Override
    public void save() {
        // nor to write
    }

    /**
     * JGit measures how fine the times of files are by probe files that a thread of its own writes, in folders that may be moved
     * or deleted meanwhile. The coarsest there is (FAT) is safe everywhere: what is younger is compared by content.
     */
    @Override
    public long getTimeUnit(String section, String subsection, String name, long byDefault, TimeUnit wanted) {
        if (ConfigConstants.CONFIG_FILESYSTEM_SECTION.equals(section)) {
            boolean resolution = ConfigConstants.CONFIG_KEY_TIMESTAMP_RESOLUTION.equals(name);
            return wanted.convert(resolution ? COARSEST_SECONDS : 0, TimeUnit.SECONDS);
        }
        return super.getTimeUnit(section, subsection, name, byDefault, wanted);
    }

    @Override
    public boolean isOutdated() {
        return false;
    }
}
