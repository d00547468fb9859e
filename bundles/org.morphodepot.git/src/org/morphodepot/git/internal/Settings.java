package org.morphodepot.git.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.WindowCacheConfig;

/**
 * How git is set up. What only our library must know (write through to the disk, store packed segmentations without trying
 * to pack them again) stays in memory; what any git that opens the folder must know is in the clone's own settings.
 */
final class Settings {

    private static final int STREAMED = 5 * 1024 * 1024;

    /** Settings that start programs, include files or redirect addresses; a folder copied from someone could bring them. */
    private static final List<String> REFUSED_SECTIONS = List.of("filter", "include", "includeif", "url", "credential",
            "alias", "diff", "merge", "http", "https", "protocol", "gpg", "sequence", "pager", "difftool", "mergetool");
    private static final List<String> REFUSED_CORE = List.of("fsmonitor", "sshCommand", "gitProxy", "editor", "pager",
            "askPass", "attributesFile", "excludesFile", "worktree", "alternateRefsCommand");

    private Settings() {
    }

    /** Data above five megabytes is streamed, and no file is mapped: a mapped one cannot be deleted on Windows. */
    static void memory() {
        WindowCacheConfig cache = new WindowCacheConfig();
        cache.setStreamFileThreshold(STREAMED);
        cache.setPackedGitMMAP(false);
        cache.install();
    }

    static FileBasedConfig inMemory(FileBasedConfig config) {
        config.setBoolean("core", null, "fsyncObjectFiles", true);
        config.setBoolean("core", null, "fsyncRefFiles", true);
        config.setInt("core", null, "compression", 0);
        config.setInt("core", null, "bigFileThreshold", STREAMED);
        config.setInt("core", null, "streamFileThreshold", STREAMED);
        config.setBoolean("core", null, "logAllRefUpdates", true);
        config.setBoolean("pack", null, "deltaCompression", false);
        config.setInt("pack", null, "compression", 0);
        config.setBoolean("pack", null, "buildBitmaps", false);
        config.setInt("gc", null, "auto", 0);
        config.setInt("gc", null, "autoPackLimit", 0); // else JGit packs everything again at every fetch from the 51st on
        config.setBoolean("gc", null, "autoDetach", false);
        config.setBoolean("receive", null, "autogc", false);
        config.setBoolean("fetch", null, "fsckObjects", true);
        config.setBoolean("commit", null, "gpgSign", false);
        return config;
    }

    /** Writes what every git must respect into the clone and takes out what could run something. */
    static void apply(Repository clone) throws IOException {
        StoredConfig config = clone.getConfig();
        String before = config.toText();
        for (String section : config.getSections()) {
            if (REFUSED_SECTIONS.contains(section.toLowerCase(java.util.Locale.ROOT))) {
                config.unsetSection(section, null);
                config.getSubsections(section).forEach(sub -> config.unsetSection(section, sub));
            }
        }
        REFUSED_CORE.forEach(name -> config.unset("core", null, name));
        config.setBoolean("core", null, "symlinks", false);
        config.setBoolean("core", null, "autocrlf", false);
        config.setBoolean("core", null, "protectNTFS", true);
        config.setBoolean("core", null, "protectHFS", true);
        Path noHooks = Files.createDirectories(clone.getDirectory().toPath().resolve("morphodepot/no-hooks"));
        config.setString("core", null, "hooksPath", noHooks.toAbsolutePath().toString());
        if (!config.toText().equals(before)) {
            config.save();
        }
    }
}
