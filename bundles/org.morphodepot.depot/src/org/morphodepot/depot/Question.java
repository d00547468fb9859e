package org.morphodepot.depot;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The questions of the accession form, in the order the extension writes them. */
public enum Question {

    OTHER_SUBJECT_DESCRIPTION("otherSubjectDescription", "Please describe the subject of the data."),
    SUBJECT_TYPE("subjectType", "What is the subject type?", "Biological specimen", "Other"),
    SPECIMEN_SOURCE("specimenSource", "Is your data from a commercially acquired organism or from an accessioned specimen"
            + " (i.e., from a natural history collection)?", "Non-accessioned", "Accessioned specimen"),
    IN_IDIGBIO("iDigBioAccessioned", "Is your specimen's species in the iDigBio database?", "Yes", "No"),
    IDIGBIO_URL("iDigBioURL", "Enter URL from iDigBio:"),
    SPECIES("species", "What is your specimen's species?"),
    SEX("biologicalSex", "What is your specimen's sex?", "Male", "Female", "Unknown"),
    STAGE("developmentalStage", "What is your specimen's developmental stage?", "Prenatal (fetus, embryo)",
            "Juvenile (neonatal to subadult)", "Adult"),
    MODALITY("modality", "What is the modality of the acquisition?", "Micro CT (or synchrotron)", "Medical CT", "MRI",
            "Lightsheet microscopy", "3D confocal microscopy",
            "Surface model (photogrammetry, structured light, or laser scanning)"),
    CONTRAST("contrastEnhancement", "Is there contrast enhancement treatment applied to the specimen?", "Yes", "No"),
    CONTENTS("imageContents", "What is in the image?", "Whole specimen", "Partial specimen"),
    AREAS("anatomicalAreas", "What anatomical area(s) is/are present in the scan?",
            "Head and neck (e.g., cranium, mandible, proximal vertebral colum)", "Pectoral girdle", "Forelimb",
            "Trunk (e.g. body cavity, torso, spine, ribs)", "Pelvic girdle", "Hind limg", "Tail", "Other"),
    REDISTRIBUTION("redistributionAcknowledgement", "Acknowledgement:",
            "I have the right to allow redistribution of this data."),
    LICENSE("license", "Choose a license:", "CC BY 4.0 (requires attribution, allows commercial usage)",
            "CC BY-NC 4.0 (requires attribution, non-commercial usage only)"),
    REPOSITORY("githubRepoName",
            "What should the repository in your github account called? This needs to be unique value for your account."),
    TIER("repoType", "What is the intended lifespan of this repository?", "Archival (intended for long-term maintenance)",
            "Short-term (e.g. repositories for classroom exercises, that are not meant to be maintained for long-term)");

    private final String key;
    private final String text;
    private final List<String> choices;

    Question(String key, String text, String... choices) {
        this.key = key;
        this.text = text;
        this.choices = List.of(choices);
    }

    /** The name in the file. */
    public String key() {
        return key;
    }

    /** As the form asks it today; older files have other words. */
    public String text() {
        return text;
    }

    /** The allowed answers, exactly as the extension spells them (also where it misspells); none for free texts. */
    public List<String> choices() {
        return choices;
    }

    /** Whether any number of answers can be ticked. */
    public boolean isManyOf() {
        return this == AREAS || this == REDISTRIBUTION;
    }

    public static Optional<Question> of(String key) {
        return Arrays.stream(values()).filter(question -> question.key.equals(key)).findFirst();
    }

    /** The choice an older or newer wording of an answer means; the answer itself when it is none. */
    String canonical(String answer) {
        String old = answer.strip();
        return switch (this) {
            case SPECIMEN_SOURCE -> old.equals("Commercially acquired") ? "Non-accessioned" : old;
            case AREAS -> old.equals("Hind limb") ? "Hind limg" : old;
            default -> old;
        };
    }
}
