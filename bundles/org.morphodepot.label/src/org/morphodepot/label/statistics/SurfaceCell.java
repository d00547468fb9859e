package org.morphodepot.label.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * How a surface cuts the cube between eight voxel centres, for each of the 256 ways in which they can be inside: after
 * Lorensen and Cline (1987), with corners in the middle of edges. Where a face has two inside corners across from each
 * other they stay apart, so that neighbouring cubes agree and surfaces are closed.
 *
 * @param triangles corners in voxels from the first centre, nine numbers for each triangle, counterclockwise from outside
 */
record SurfaceCell(double[] triangles) {

    /** By the centres inside: bit x + 2 y + 4 z. */
    static final SurfaceCell[] ALL = new SurfaceCell[256];

    /** Corners of the six faces, all turning the same way when seen from outside. */
    private static final int[][] FACES = {{0, 4, 6, 2}, {1, 3, 7, 5}, {0, 1, 5, 4}, {2, 6, 7, 3}, {0, 2, 3, 1}, {4, 5, 7, 6}};
    private static final int CORNERS = 8;

    static {
        for (int inside = 0; inside < ALL.length; inside++) {
            ALL[inside] = of(inside);
        }
    }

    private static SurfaceCell of(int inside) {
        int[] next = new int[CORNERS * CORNERS];
        for (int[] face : FACES) {
            for (int i = 0; i < face.length; i++) {
                if (isIn(inside, face[i]) && !isIn(inside, face[(i + 1) % 4])) {
                    int first = i;
                    while (isIn(inside, face[(first + 3) % 4])) {
                        first = (first + 3) % 4;
                    }
                    next[edge(face[(first + 3) % 4], face[first])] = edge(face[i], face[(i + 1) % 4]);
                }
            }
        }
        List<double[]> triangles = new ArrayList<>();
        for (int start = 1; start < next.length; start++) {
            loop(next, start, triangles);
        }
        return new SurfaceCell(triangles.stream().flatMapToDouble(java.util.Arrays::stream).toArray());
    }

    private static boolean isIn(int inside, int corner) {
        return (inside >> corner & 1) != 0;
    }

    /** A number for the edge between two corners; never 0. */
    private static int edge(int a, int b) {
        return Math.min(a, b) * CORNERS + Math.max(a, b);
    }

    /** Cuts the loop that begins at an edge into a fan of triangles, and removes it. */
    private static void loop(int[] next, int start, List<double[]> triangles) {
        List<double[]> points = new ArrayList<>();
        int edge = start;
        while (next[edge] != 0) {
            points.add(middle(edge));
            int following = next[edge];
            next[edge] = 0;
            edge = following;
        }
        for (int i = 2; i < points.size(); i++) {
            double[] triangle = new double[9];
            System.arraycopy(points.get(0), 0, triangle, 0, 3);
            System.arraycopy(points.get(i - 1), 0, triangle, 3, 3);
            System.arraycopy(points.get(i), 0, triangle, 6, 3);
            triangles.add(triangle);
        }
    }

    private static double[] middle(int edge) {
        int a = edge / CORNERS;
        int b = edge % CORNERS;
        return new double[] {((a & 1) + (b & 1)) / 2.0, ((a >> 1 & 1) + (b >> 1 & 1)) / 2.0, ((a >> 2) + (b >> 2)) / 2.0};
    }
}
