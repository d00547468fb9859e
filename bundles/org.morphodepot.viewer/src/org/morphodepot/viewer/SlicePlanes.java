package org.morphodepot.viewer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.morphodepot.volume.Geometry;

/**
 * Chooses the slice planes of a scan. Each anatomical axis gets the voxel axis nearest to it, so that every voxel axis
 * is used once even when the scan is oblique; flips make the pictures look as in 3D Slicer (radiological convention):
 * <ul>
 * <li>axial, seen from the feet: patient left at the screen's right, anterior on top;</li>
 * <li>coronal, seen from the front: patient left at the screen's right, superior on top;</li>
 * <li>sagittal, seen from the patient's left: anterior at the screen's left, superior on top.</li>
 * </ul>
 * The directions are those of the default {@code SliceToRAS} matrices of Slicer's {@code vtkMRMLSliceNode}: screen x
 * and y are (-R, A), (-R, S) and (-A, S).
 */
public final class SlicePlanes {

    private static final int LEFT = 0;
    private static final int POSTERIOR = 1;
    private static final int SUPERIOR = 2;
    /** Letters for the positive and negative end of left-posterior-superior axes. */
    private static final String[] POSITIVE = {"L", "P", "S"};
    private static final String[] NEGATIVE = {"R", "A", "I"};
    /** A second letter is shown from about 15 degrees of obliqueness. */
    private static final double OBLIQUE = 0.26;
    private static final int[][] PERMUTATIONS = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};

    private SlicePlanes() {
    }

    /** The three planes of a scan with this geometry. */
    public static Map<SliceOrientation, SlicePlane> of(Geometry geometry) {
        int[] axis = nearestAxes(geometry);
        Map<SliceOrientation, SlicePlane> planes = new EnumMap<>(SliceOrientation.class);
        planes.put(SliceOrientation.AXIAL, plane(SliceOrientation.AXIAL, geometry, axis, LEFT, POSTERIOR, true));
        planes.put(SliceOrientation.CORONAL, plane(SliceOrientation.CORONAL, geometry, axis, LEFT, SUPERIOR, false));
        planes.put(SliceOrientation.SAGITTAL,
                plane(SliceOrientation.SAGITTAL, geometry, axis, POSTERIOR, SUPERIOR, false));
        return planes;
    }

    /** The voxel axis for left, posterior, superior: the assignment with the largest sum of direction cosines. */
    private static int[] nearestAxes(Geometry geometry) {
        int[] best = PERMUTATIONS[0];
        double bestSum = -1;
        for (int[] axes : PERMUTATIONS) {
            double sum = 0;
            for (int c = 0; c < 3; c++) {
                sum += Math.abs(geometry.direction(axes[c], c));
            }
            if (sum > bestSum + 1e-9) {
                bestSum = sum;
                best = axes;
            }
        }
        return best;
    }

    /**
     * A plane whose screen x runs towards the positive end of anatomical axis {@code across} and whose screen y runs
     * towards the positive end of {@code along} when {@code downPositive}, else towards the negative end.
     */
    private static SlicePlane plane(SliceOrientation orientation, Geometry geometry, int[] axis, int across, int along,
            boolean downPositive) {
        int right = axis[across];
        int down = axis[along];
        boolean flipRight = geometry.direction(right, across) < 0;
        boolean flipDown = geometry.direction(down, along) < 0 == downPositive;
        List<String> letters = List.of(letters(geometry, right, !flipRight), letters(geometry, right, flipRight),
                letters(geometry, down, !flipDown), letters(geometry, down, flipDown));
        return new SlicePlane(orientation, 3 - right - down, right, down, flipRight, flipDown, letters);
    }

    /** The letters at the end of a voxel axis where its index is highest, or lowest when {@code low}. */
    private static String letters(Geometry geometry, int axis, boolean low) {
        List<Integer> components = new ArrayList<>(List.of(LEFT, POSTERIOR, SUPERIOR));
        components.sort(Comparator.comparingDouble(component -> -Math.abs(geometry.direction(axis, component))));
        String letters = letter(geometry.direction(axis, components.get(0)), components.get(0), low);
        double second = geometry.direction(axis, components.get(1));
        return Math.abs(second) < OBLIQUE ? letters : letters + letter(second, components.get(1), low);
    }

    private static String letter(double cosine, int component, boolean low) {
        return cosine < 0 == low ? POSITIVE[component] : NEGATIVE[component];
    }
}
