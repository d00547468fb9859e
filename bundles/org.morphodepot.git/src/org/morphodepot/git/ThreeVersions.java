package org.morphodepot.git;

import java.util.Optional;

/** A file on both sides and where they parted; a side without the file, or sides without a common past, are empty. */
public record ThreeVersions(Optional<FileVersion> base, Optional<FileVersion> ours, Optional<FileVersion> theirs) {
}
