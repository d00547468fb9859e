package org.morphodepot.viewer.session;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.morphodepot.label.segnrrd.Placement;
import org.morphodepot.volume.Address;

/**
 * What to open.
 *
 * @param address of the scan, or of a segmentation that has none
 * @param labels segmentation file to show over the scan; empty for a new segmentation
 * @param placement how labels of another grid come onto the scan
 * @param places index per axis that is not in space, such as {@code c} 1; 0 for axes not named
 * @param spacing of a scan whose file does not say it
 */
public record OpenRequest(Address address, Optional<Path> labels, Placement placement, Map<String, Integer> places,
        Spacing spacing) {

    public OpenRequest {
        places = Map.copyOf(places);
    }

    /** The first channel and time; without a spacing voxels are counted. */
    public OpenRequest(Address address, Optional<Path> labels, Placement placement) {
        this(address, labels, placement, Map.of(), new Spacing.Voxels());
    }

    /**
     * What a user means by an address: a scan comes with the labels beside it ({@code skull.seg.nrrd} beside
     * {@code skull.nrrd}), labels with the scan beside them. Looks at the file system.
     */
    public static OpenRequest of(Address address) {
        if (!address.isFile()) {
            return new OpenRequest(address, Optional.empty(), Placement.EXACT);
        }
        if (LabelFiles.isLabels(address)) {
            return LabelFiles.scanOf(address.path()).map(scan -> of(scan, address.path()))
                    .orElse(new OpenRequest(address, Optional.empty(), Placement.EXACT));
        }
        return new OpenRequest(address, LabelFiles.labelsOf(address), Placement.EXACT);
    }

    /** A scan with the labels of a certain file. */
    public static OpenRequest of(Address scan, Path labels) {
        return new OpenRequest(scan, Optional.of(labels), Placement.EXACT);
    }

    public OpenRequest withPlacement(Placement chosen) {
        return new OpenRequest(address, labels, chosen, places, spacing);
    }

    public OpenRequest withoutLabels() {
        return new OpenRequest(address, Optional.empty(), placement, places, spacing);
    }

    /** At certain places of the axes that are not in space; see {@code DatasetInfo.choices}. */
    public OpenRequest at(Map<String, Integer> chosen) {
        return new OpenRequest(address, labels, placement, chosen, spacing);
    }

    /** With this spacing if the file does not say it. */
    public OpenRequest spaced(Spacing chosen) {
        return new OpenRequest(address, labels, placement, places, chosen);
    }
}
