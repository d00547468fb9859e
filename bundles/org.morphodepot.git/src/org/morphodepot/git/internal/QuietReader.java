package org.morphodepot.git.internal;

import java.io.IOException;

import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * Hides the user's and the computer's git settings from our verbs and gives them ours instead. Where another plug-in brought
 * a reader of its own, such as EGit, it keeps it outside of our verbs.
 */
public final class QuietReader extends SystemReader.Delegate {

    /** Bound while one of our verbs runs. */
    public static final ScopedValue<Boolean> OURS = ScopedValue.newInstance();

    private final SystemReader outside;
    private final boolean always;

    private QuietReader(SystemReader outside) {
        super(outside);
        this.outside = outside;
        always = outside.getClass().getName().startsWith("org.eclipse.jgit.util.");
    }

    /** Makes sure that git asks this reader; cheap when it already does. */
    public static synchronized void install() {
        SystemReader present = SystemReader.getInstance();
        if (!(present instanceof QuietReader)) {
            FS.FileStoreAttributes.setBackground(true);
            SystemReader.setInstance(new QuietReader(present));
            Settings.memory();
        }
    }

    private boolean quiet() {
        return always || OURS.isBound();
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS files) {
        return quiet() ? Settings.inMemory(new MemoryConfig(parent, files)) : super.openUserConfig(parent, files);
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS files) {
        return quiet() ? new MemoryConfig(parent, files) : super.openSystemConfig(parent, files);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS files) {
        return quiet() ? new MemoryConfig(parent, files) : super.openJGitConfig(parent, files);
    }

    // The loaded forms are asked when a repository is opened.

    @Override
    public StoredConfig getUserConfig() throws ConfigInvalidException, IOException {
        return quiet() ? openUserConfig(null, FS.DETECTED) : outside.getUserConfig();
    }

    @Override
    public StoredConfig getJGitConfig() throws ConfigInvalidException, IOException {
        return quiet() ? openJGitConfig(null, FS.DETECTED) : outside.getJGitConfig();
    }

    @Override
    public StoredConfig getSystemConfig() throws ConfigInvalidException, IOException {
        return quiet() ? openSystemConfig(null, FS.DETECTED) : outside.getSystemConfig();
    }
}
