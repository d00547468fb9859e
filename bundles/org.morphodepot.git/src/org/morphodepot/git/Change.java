package org.morphodepot.git;

/** That a path differs between two commits. */
public record Change(String path, How how) {

    /** In which way it differs. */
    public enum How {
        ADDED, MODIFIED, REMOVED
    }
}
