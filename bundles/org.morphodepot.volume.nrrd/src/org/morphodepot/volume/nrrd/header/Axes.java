package org.morphodepot.volume.nrrd.header;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.morphodepot.volume.VolumeException;

/**
 * What each axis of the array is. At most three axes are spatial and become x, y, z in file order; vectors, colours and
 * segmentation layers are components. An array without any spatial axis is treated as if its first ones were.
 *
 * @param roles one per axis, fastest first
 */
public record Axes(List<Role> roles) {

    /** What an axis runs over. */
    public enum Role {
        SPACE, TIME, COMPONENT
    }

    private static final int MOST_SPATIAL = 3;
    private static final Set<String> SPATIAL_KINDS = Set.of("domain", "space", "???", "none", "");

    /** Copies the list. */
    public Axes {
        roles = List.copyOf(roles);
    }

    /** Reads space directions, else kinds, else spacings. */
    static Axes of(Fields fields, int dimension) throws VolumeException {
        List<String> kinds = perAxis(fields, FieldName.KINDS, dimension);
        Role[] roles = new Role[dimension];
        Arrays.setAll(roles, axis -> ofKind(kinds.isEmpty() ? "" : kinds.get(axis)));
        if (fields.text(FieldName.SPACE_DIRECTIONS).isPresent()) {
            followDirections(roles, fields);
        } else if (kinds.isEmpty() && dimension > MOST_SPATIAL) {
            followSpacings(roles, fields.numbers(FieldName.SPACINGS, dimension));
        }
        limit(roles);
        if (!Arrays.asList(roles).contains(Role.SPACE)) {
            Arrays.fill(roles, 0, Math.min(dimension, MOST_SPATIAL), Role.SPACE);
        }
        return new Axes(Arrays.asList(roles));
    }

    /** Indices of the spatial axes, fastest first; none to three. */
    public List<Integer> spatial() {
        List<Integer> axes = new ArrayList<>();
        for (int axis = 0; axis < roles.size(); axis++) {
            if (roles.get(axis) == Role.SPACE) {
                axes.add(axis);
            }
        }
        return axes;
    }

    /** Names such as {@code c x y z}, fastest first; a second component axis is {@code c2}. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        int[] count = new int[Role.values().length];
        for (Role role : roles) {
            int n = ++count[role.ordinal()];
            names.add(switch (role) {
                case SPACE -> "xyz".substring(n - 1, n);
                case TIME -> n == 1 ? "t" : "t" + n;
                case COMPONENT -> n == 1 ? "c" : "c" + n;
            });
        }
        return names;
    }

    private static Role ofKind(String kind) {
        String word = kind.toLowerCase(Locale.ROOT);
        if (word.equals("time")) {
            return Role.TIME;
        }
        return SPATIAL_KINDS.contains(word) ? Role.SPACE : Role.COMPONENT;
    }

    private static void followDirections(Role[] roles, Fields fields) throws VolumeException {
        List<double[]> directions = fields.vectors(FieldName.SPACE_DIRECTIONS);
        if (directions.size() != roles.length) {
            throw fields.count(FieldName.SPACE_DIRECTIONS, directions.size(), roles.length);
        }
        for (int axis = 0; axis < roles.length; axis++) {
            double[] direction = directions.get(axis);
            if (!SpaceVectors.isNone(direction)) {
                roles[axis] = isTime(direction) ? Role.TIME : Role.SPACE;
            } else if (roles[axis] == Role.SPACE) {
                roles[axis] = Role.COMPONENT;
            }
        }
    }

    private static boolean isTime(double[] direction) {
        return direction.length == 4 && direction[0] == 0 && direction[1] == 0 && direction[2] == 0
                && direction[3] != 0;
    }

    /** Without kinds, an axis without a distance between its samples is no axis of space. */
    private static void followSpacings(Role[] roles, double[] spacings) {
        for (int axis = 0; axis < spacings.length; axis++) {
            if (Double.isNaN(spacings[axis])) {
                roles[axis] = Role.COMPONENT;
            }
        }
    }

    private static void limit(Role[] roles) {
        int spatial = 0;
        for (int axis = 0; axis < roles.length; axis++) {
            if (roles[axis] == Role.SPACE && ++spatial > MOST_SPATIAL) {
                roles[axis] = Role.COMPONENT;
            }
        }
    }

    private static List<String> perAxis(Fields fields, FieldName name, int dimension) throws VolumeException {
        List<String> words = fields.words(name);
        if (!words.isEmpty() && words.size() != dimension) {
            throw fields.count(name, words.size(), dimension);
        }
        return words;
    }
}
