package org.morphodepot.work.review;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.morphodepot.volume.Address;

/**
 * What of a contribution is on this computer, copied out of the director's clone.
 *
 * @param head the commit that was looked at
 * @param contribution the segmentation as contributed
 * @param base what it started from: the same file, else the baseline, where the histories parted; empty for nothing
 * @param scan empty when it could not be found; a remark says why
 * @param remarks what is unusual, one line each
 */
record Fetched(String head, Path contribution, Optional<Path> base, Optional<Address> scan, List<String> remarks) {

    Fetched {
        remarks = List.copyOf(remarks);
    }
}
