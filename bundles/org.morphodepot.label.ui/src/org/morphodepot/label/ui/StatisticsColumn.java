package org.morphodepot.label.ui;

import java.text.NumberFormat;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

import org.morphodepot.label.statistics.IntensityStatistics;
import org.morphodepot.label.statistics.SegmentStatistics;
import org.morphodepot.label.statistics.ShapeStatistics;

/** The columns of numbers in the view Statistics. */
enum StatisticsColumn {

    VOXELS("Voxels", "Number of voxels", s -> s.shape().map(ShapeStatistics::voxels).orElse(0L)),
    VOLUME("Volume, mm\u00b3", "Voxels times the volume of one", shape(ShapeStatistics::volume)),
    SURFACE("Surface, mm\u00b2", "Surface estimated from the voxels, as 3D Slicer's label map statistics",
            shape(ShapeStatistics::surface)),
    CLOSED_AREA("Mesh area, mm\u00b2", "Area of a closed surface of triangles around the segment, not smoothed",
            s -> s.surface().map(c -> c.area()).orElse(Double.NaN)),
    CLOSED_VOLUME("Mesh volume, mm\u00b3", "Volume inside that surface",
            s -> s.surface().map(c -> c.volume()).orElse(Double.NaN)),
    FERET("Feret, mm", "Feret diameter: the largest distance of two voxels", shape(ShapeStatistics::feretDiameter)),
    ROUNDNESS("Roundness", "Surface of a ball of this volume divided by the surface: 1 for a ball",
            shape(ShapeStatistics::roundness)),
    FLATNESS("Flatness", "How much thinner than wide", shape(ShapeStatistics::flatness)),
    ELONGATION("Elongation", "How much longer than wide", shape(ShapeStatistics::elongation)),
    MIN("Min", "Smallest value of the scan in the segment", value(IntensityStatistics::min)),
    MAX("Max", "Largest value of the scan in the segment", value(IntensityStatistics::max)),
    MEAN("Mean", "Mean value of the scan in the segment", value(IntensityStatistics::mean)),
    MEDIAN("Median", "Half of the segment's voxels have smaller values", value(IntensityStatistics::median)),
    DEVIATION("SD", "Standard deviation of the scan's values", value(IntensityStatistics::deviation));

    private final String title;
    private final String hint;
    private final ToDoubleFunction<SegmentStatistics> number;

    StatisticsColumn(String title, String hint, ToDoubleFunction<SegmentStatistics> number) {
        this.title = title;
        this.hint = hint;
        this.number = number;
    }

    private static ToDoubleFunction<SegmentStatistics> shape(ToDoubleFunction<ShapeStatistics> part) {
        return s -> s.shape().map(part::applyAsDouble).orElse(Double.NaN);
    }

    private static ToDoubleFunction<SegmentStatistics> value(ToDoubleFunction<IntensityStatistics> part) {
        return s -> s.intensities().map(part::applyAsDouble).orElse(Double.NaN);
    }

    String title() {
        return title;
    }

    String hint() {
        return hint;
    }

    /** For people: four digits, thousands apart; nothing where there is no number. */
    String text(SegmentStatistics statistics) {
        double n = number.applyAsDouble(statistics);
        if (Double.isNaN(n)) {
            return "";
        }
        NumberFormat format = NumberFormat.getNumberInstance();
        int whole = n == 0 ? 0 : (int) Math.floor(Math.log10(Math.abs(n))) + 1;
        format.setMaximumFractionDigits(this == VOXELS ? 0 : Math.clamp(4L - whole, 0, 8));
        return format.format(n);
    }

    /** Small before large, and then segments without the number. */
    Comparator<SegmentStatistics> order() {
        return Comparator.comparingDouble(number);
    }
}
