package org.morphodepot.volume.nrrd.header;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.morphodepot.volume.HeaderField;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.nrrd.file.Faults;

/**
 * What a {@code data file} field asks for: one file, a {@code LIST} of files, or a numbered series such as
 * {@code slice%03d.raw 1 9 1}.
 *
 * @param names in order, relative to the header's folder; not yet checked against leaving it
 * @param subDimension number of axes in each file
 */
public record DataFiles(List<String> names, int subDimension) {

    /** Most files one header may name. */
    static final int MOST = 1 << 18;
    private static final int LONGEST_NAME = 4096;
    private static final Pattern LIST = Pattern.compile("LIST(?:\\s+(\\d{1,3}))?");
    private static final Pattern SERIES = Pattern.compile(
            "(.*%0?\\d{0,2}[du].*?)\\s+(-?\\d{1,9})\\s+(-?\\d{1,9})\\s+(-?\\d{1,9})(?:\\s+(\\d{1,3}))?");
    private static final Pattern NUMBER = Pattern.compile("%(0?)(\\d{0,2})[du]");

    /** Copies the list. */
    public DataFiles {
        names = List.copyOf(names);
    }

    /** Whether {@code field} is the {@code data file: LIST} after which only file names follow. */
    static boolean isList(HeaderField field) {
        return FieldName.of(field.key()).equals(java.util.Optional.of(FieldName.DATA_FILE))
                && LIST.matcher(field.value().strip()).matches();
    }

    /** Reads the field's {@code value}; {@code listed} are the lines after it. */
    static DataFiles of(String value, List<String> listed, int dimension, Faults faults) throws VolumeException {
        if (value.length() > LONGEST_NAME) {
            throw faults.malformed("the name of its data file has " + value.length() + " characters");
        }
        Matcher list = LIST.matcher(value);
        if (list.matches()) {
            List<String> names = listed.stream().map(String::strip).filter(n -> !n.isEmpty()).toList();
            return new DataFiles(names, subDimension(list.group(1), dimension, faults));
        }
        Matcher series = SERIES.matcher(value);
        if (series.matches()) {
            return new DataFiles(series(series, faults), subDimension(series.group(5), dimension, faults));
        }
        return new DataFiles(List.of(value), dimension);
    }

    private static int subDimension(String word, int dimension, Faults faults) throws VolumeException {
        int sub = word == null ? Math.max(1, dimension - 1) : Integer.parseInt(word);
        if (sub < 1 || sub > dimension) {
            throw faults.malformed("its data files are said to have " + sub + " axes, the whole has " + dimension);
        }
        return sub;
    }

    private static List<String> series(Matcher match, Faults faults) throws VolumeException {
        long min = Long.parseLong(match.group(2));
        long max = Long.parseLong(match.group(3));
        long step = Long.parseLong(match.group(4));
        if (step == 0 || (max - min) / step < 0) {
            throw faults.malformed("its data files are numbered " + min + " to " + max + " in steps of " + step);
        }
        if ((max - min) / step >= MOST) {
            throw faults.tooLarge("its header names more than " + MOST + " data files");
        }
        List<String> names = new ArrayList<>();
        for (long number = min; step > 0 ? number <= max : number >= max; number += step) {
            names.add(name(match.group(1), number));
        }
        return names;
    }

    private static String name(String pattern, long number) {
        Matcher match = NUMBER.matcher(pattern);
        if (!match.find()) {
            return pattern;
        }
        String width = match.group(2);
        String format = "%" + (width.isEmpty() ? "" : match.group(1) + Math.max(1, Integer.parseInt(width))) + "d";
        String digits = String.format(java.util.Locale.ROOT, format, number);
        return pattern.substring(0, match.start()) + digits + pattern.substring(match.end());
    }
}
