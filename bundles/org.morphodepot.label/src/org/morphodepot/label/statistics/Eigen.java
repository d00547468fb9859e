package org.morphodepot.label.statistics;

/**
 * Eigenvalues of a symmetric 3 x 3 matrix, ascending, and their unit vectors, by Jacobi's rotations.
 *
 * @param values three numbers
 * @param vectors nine numbers: that of the smallest value first; together a rotation
 */
record Eigen(double[] values, double[] vectors) {

    private static final int MOST_SWEEPS = 60;

    static Eigen of(double[][] symmetric) {
        double[][] a = {symmetric[0].clone(), symmetric[1].clone(), symmetric[2].clone()};
        double[][] v = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        for (int sweep = 0; sweep < MOST_SWEEPS && off(a) > 0; sweep++) {
            rotate(a, v, 0, 1);
            rotate(a, v, 0, 2);
            rotate(a, v, 1, 2);
        }
        return sorted(a, v);
    }

    private static double off(double[][] a) {
        double scale = Math.abs(a[0][0]) + Math.abs(a[1][1]) + Math.abs(a[2][2]);
        double off = Math.abs(a[0][1]) + Math.abs(a[0][2]) + Math.abs(a[1][2]);
        return off > 1e-17 * scale ? off : 0;
    }

    private static void rotate(double[][] a, double[][] v, int p, int q) {
        if (a[p][q] == 0) {
            return;
        }
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(theta, 1));
        double c = 1 / Math.hypot(t, 1);
        double s = t * c;
        for (int i = 0; i < 3; i++) {
            double ip = a[i][p];
            double iq = a[i][q];
            a[i][p] = c * ip - s * iq;
            a[i][q] = s * ip + c * iq;
        }
        for (int i = 0; i < 3; i++) {
            double pi = a[p][i];
            double qi = a[q][i];
            a[p][i] = c * pi - s * qi;
            a[q][i] = s * pi + c * qi;
            double vp = v[i][p];
            double vq = v[i][q];
            v[i][p] = c * vp - s * vq;
            v[i][q] = s * vp + c * vq;
        }
    }

    private static Eigen sorted(double[][] a, double[][] v) {
        Integer[] order = {0, 1, 2};
        java.util.Arrays.sort(order, (i, j) -> Double.compare(a[i][i], a[j][j]));
        double[] values = new double[3];
        double[] vectors = new double[9];
        for (int row = 0; row < 3; row++) {
            values[row] = a[order[row]][order[row]];
            for (int c = 0; c < 3; c++) {
                vectors[3 * row + c] = v[c][order[row]];
            }
        }
        if (determinant(vectors) < 0) {
            for (int c = 6; c < 9; c++) {
                vectors[c] = -vectors[c];
            }
        }
        return new Eigen(values, vectors);
    }

    private static double determinant(double[] m) {
        return m[0] * (m[4] * m[8] - m[5] * m[7]) - m[1] * (m[3] * m[8] - m[5] * m[6])
                + m[2] * (m[3] * m[7] - m[4] * m[6]);
    }
}
