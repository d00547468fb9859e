package org.morphodepot.cli.phantom;

import java.util.List;
import java.util.Optional;

import org.morphodepot.label.Segmentation;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.Level;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;

/**
 * A specimen computed on demand. Nothing is held in memory, so a phantom of terabytes costs no more than a small one
 * until its chunks are asked for.
 */
public final class Phantom {

    /** Large enough to be convincing, small enough to be made while the workbench starts. */
    public static final VoxelSize DEFAULT_SIZE = new VoxelSize(240, 384, 240);
    /** The animal that documentation and tests show. */
    public static final long DEFAULT_SEED = 1;

    private final Scanner scanner;
    private final Geometry geometry;
    private final List<Level> levels;

    private Phantom(VoxelSize size, double[] spacing, long seed) {
        Pose pose = Pose.of(size, spacing == null ? new double[] {1, 1, 1} : spacing);
        scanner = new Scanner(pose, seed);
        geometry = pose.geometry(spacing);
        levels = pose.levels();
    }

    /**
     * @param size voxels of level 0; the animal lies along the longest side and is as large as fits
     * @param spacing voxel size along x, y, z in micrometres; empty: isotropic, such that the animal is 16 mm long
     * @param seed another seed gives another animal
     */
    public static Phantom of(VoxelSize size, Optional<double[]> spacing, long seed) {
        return new Phantom(size, spacing.orElse(null), seed);
    }

    /** The specimen the product brings along. */
    public static Phantom standard() {
        return of(DEFAULT_SIZE, Optional.empty(), DEFAULT_SEED);
    }

    public Geometry geometry() {
        return geometry;
    }

    /** Finest first; levels share their places with those of the scan. */
    public List<Level> levels() {
        return levels;
    }

    /**
     * The scan: uint16 on the scale of a CT (air about 24, water 1024, bone 2300, 0 outside the field of view), with
     * pyramid.
     */
    public Dataset scan() {
        return new PhantomDataset(new PhantomVolume(scanner, geometry, levels), scanner);
    }

    /** True labels of a box of a level, one byte each, x fastest: a structure's number, 0 for none of them. */
    public byte[] labels(int level, VoxelBox box) {
        return scanner.label(levels.get(level), box);
    }

    /**
     * True labels of the whole phantom as a segmentation with a name, colour and term per structure. Blocks; memory
     * grows with the surface of the bones, so this is for sizes that one would segment.
     *
     * @throws java.util.concurrent.CancellationException when {@code progress} says so
     */
    public Segmentation segmentation(Progress progress) {
        return new GroundTruth(scanner, levels.getFirst()).segmentation(geometry, progress);
    }

    /** Colour table of all structures, as the CSV text of a depot. */
    public static String colorTable() {
        return GroundTruth.colorTable();
    }
}
