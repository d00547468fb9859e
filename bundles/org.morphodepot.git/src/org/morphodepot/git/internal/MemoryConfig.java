package org.morphodepot.git.internal;

import java.io.File;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;

/** Settings that are in no file: never read, never written. */
final class MemoryConfig extends FileBasedConfig {

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

    @Override
    public boolean isOutdated() {
        return false;
    }
}
