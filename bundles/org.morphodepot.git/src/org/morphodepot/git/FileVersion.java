package org.morphodepot.git;

/** One file as one commit has it: its path with slashes, the name of its content, and its length in bytes. */
public record FileVersion(CommitId commit, String path, String content, long size) {
}
