package org.morphodepot.volume.images.nifti;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.HeaderField;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.images.plane.Faults;
import org.morphodepot.volume.images.plane.PlaneLimits;

/**
 * A NIfTI header, checked.
 *
 * @param order of bytes in the file
 * @param scalar how a value is stored
 * @param offset of the first value in its file
 * @param slope real values are {@code slope * stored + intercept}; 0 when the stored ones are real
 * @param separate whether the values are in a file of their own
 * @param isOriented whether the file says where left, posterior and superior are
 */
record NiftiHeader(ByteOrder order, NiftiScalar scalar, VoxelSize size, long offset, double slope, double intercept,
        boolean separate, Optional<Geometry> geometry, boolean isOriented, List<HeaderField> fields) {

    static final int LONGEST = 540;
    private static final int FIRST = 348;

    /** Whether these first bytes of a file are those of a NIfTI header. */
    static boolean isNifti(byte[] start) {
        return order(start).isPresent();
    }

    private static Optional<ByteOrder> order(byte[] start) {
        if (start.length < FIRST) {
            return Optional.empty();
        }
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            int length = ByteBuffer.wrap(start).order(order).getInt(0);
            String first = new String(start, FIRST - 4, 4, StandardCharsets.ISO_8859_1);
            String second = new String(start, 4, 4, StandardCharsets.ISO_8859_1);
            if (length == FIRST && (first.equals("n+1\0") || first.equals("ni1\0"))
                    || length == LONGEST && start.length >= LONGEST && (second.equals("n+2\0") || second.equals("ni2\0"))) {
                return Optional.of(order);
            }
        }
        return Optional.empty();
    }

    /** Reads the first bytes of a file. */
    static NiftiHeader of(byte[] start, Faults faults) throws VolumeException {
        ByteOrder order = order(start).orElseThrow(() -> faults.malformed("it is not a NIfTI file"));
        NiftiFields in = new NiftiFields(ByteBuffer.wrap(start).order(order));
        NiftiScalar scalar = NiftiScalar.of(in.dataType(), faults);
        long axes = in.dim(0);
        if (axes < 1 || axes > 7) {
            throw faults.malformed("it says that it has " + axes + " axes");
        }
        double slope = Double.isFinite(in.slope()) ? in.slope() : 0;
        double intercept = Double.isFinite(in.intercept()) ? in.intercept() : 0;
        boolean scaled = slope != 0 && (slope != 1 || intercept != 0) && scalar != NiftiScalar.RGB24;
        VoxelSize size = PlaneLimits.checked(in.dim(1), axes > 1 ? in.dim(2) : 1, axes > 2 ? in.dim(3) : 1,
                scalar.shownAs(scaled), faults);
        double offset = in.offset();
        if (!(offset >= 0 && offset < 1L << 53)) {
            throw faults.malformed("its values begin at byte " + offset);
        }
        boolean separate = in.magic().startsWith("ni");
        NiftiPlace place = new NiftiPlace(in);
        return new NiftiHeader(order, scalar, size, separate ? (long) offset : Math.max((long) offset, in.length()),
                scaled ? slope : 0, scaled ? intercept : 0, separate, place.geometry(), place.isOriented(), fields(in, axes));
    }

    private static List<HeaderField> fields(NiftiFields in, long axes) {
        List<HeaderField> fields = new ArrayList<>();
        fields.add(new HeaderField("magic", in.magic(), false));
        if (!in.description().isBlank()) {
            fields.add(new HeaderField("descrip", in.description(), false));
        }
        for (int axis = 4; axis <= axes; axis++) {
            if (in.dim(axis) > 1) {
                fields.add(new HeaderField("dim[" + axis + "]", in.dim(axis) + ", the first is shown", false));
            }
        }
        return List.copyOf(fields);
    }
}
