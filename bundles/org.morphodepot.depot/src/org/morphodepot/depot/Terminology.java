package org.morphodepot.depot;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a structure is, in coded terms.
 *
 * @param context name of the list the category and type come from, for depots the colour table
 * @param region where it is; usually empty
 */
public record Terminology(String context, Concept category, Concept type, Concept typeModifier, Concept region,
        Concept regionModifier) {

    /** Key of the tag in a seg.nrrd file. */
    public static final String TAG = "TerminologyEntry";

    private static final String REGIONS = "Anatomic codes - DICOM master list";
    private static final Concept TISSUE = new Concept("SCT", "85756007", "Tissue");

    /** What 3D Slicer gives a structure without terms: some tissue. */
    public static Terminology tissue(String context) {
        return new Terminology(context, TISSUE, TISSUE, Concept.NONE, Concept.NONE, Concept.NONE);
    }

    /** The five concepts in the order of the columns of a colour table. */
    public List<Concept> concepts() {
        return List.of(category, type, typeModifier, region, regionModifier);
    }

    /** Whether neither category nor type is coded. */
    public boolean isEmpty() {
        return category.isEmpty() && type.isEmpty();
    }

    /** The value of the {@link #TAG} in a seg.nrrd file: seven parts separated by {@code ~}. */
    public String tagValue() {
        return Stream.of(context.replaceAll("[~|\\p{Cntrl}]+", " "), category.text(), type.text(), typeModifier.text(),
                REGIONS, region.text(), regionModifier.text()).collect(Collectors.joining("~"));
    }

    /** Reads the value of a {@link #TAG}; missing parts are empty. */
    public static Terminology ofTagValue(String value) {
        String[] parts = value.split("~", -1);
        return new Terminology(parts[0], concept(parts, 1), concept(parts, 2), concept(parts, 3), concept(parts, 5),
                concept(parts, 6));
    }

    private static Concept concept(String[] parts, int index) {
        return index < parts.length ? Concept.of(parts[index]) : Concept.NONE;
    }
}
