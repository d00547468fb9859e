package org.morphodepot.label.segnrrd;

import java.io.IOException;

/**
 * A segmentation does not fit the scan: its voxels are elsewhere, or some labelled voxels lie outside the scan. Whoever
 * asked to read decides, with the user, and reads again with another {@link Placement}.
 */
public final class GridMismatch extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Grid file;
    private final transient Grid scan;
    private final long outside;

    private GridMismatch(String message, Grid file, Grid scan, long outside) {
        super(message);
        this.file = file;
        this.scan = scan;
        this.outside = outside;
    }

    static GridMismatch different(Grid file, Grid scan) {
        return new GridMismatch("The segmentation was made on another grid (" + file + ") than the scan (" + scan
                + "); it can be resampled to the scan.", file, scan, 0);
    }

    static GridMismatch outside(Grid file, Grid scan, long voxels) {
        return new GridMismatch(voxels + (voxels == 1 ? " labelled voxel lies" : " labelled voxels lie")
                + " outside the scan (" + scan + "); without them the segmentation can be opened.", file, scan, voxels);
    }

    /** The grid of the segmentation file. */
    public Grid file() {
        return file;
    }

    public Grid scan() {
        return scan;
    }

    /**
     * Labelled voxels outside the scan of a file whose voxels otherwise coincide with the scan's;
     * 0 when they do not coincide.
     */
    public long outside() {
        return outside;
    }

    /** Whether {@link Placement#BY_INDEX} makes sense. */
    public boolean sameSize() {
        return file.size().equals(scan.size());
    }
}
