package org.morphodepot.github;

/** A pull request that is merged: the commit, and whether it had been merged before we asked. */
public record Merge(String commit, boolean before) {
}
