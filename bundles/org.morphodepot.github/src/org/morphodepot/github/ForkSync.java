package org.morphodepot.github;

/** How bringing a fork's branch up to date with its parent went. */
public enum ForkSync {
    /** It was up to date already. */
    NOTHING_NEW,
    /** It has the parent's commits now. */
    FAST_FORWARD,
    /** The server made a merge commit: the branch had commits of its own. */
    MERGED
}
