package org.morphodepot.forge.internal.practice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.morphodepot.forge.internal.http.Doc;

import com.google.gson.GsonBuilder;

/** The files of a MorphoDepot repository, for the practice specimen. */
public final class DepotFiles {

    public static final String SCAN = "PracticeSpecimen.nrrd";

    private static final String TABLE = """
            LabelValue,Name,Color_R,Color_G,Color_B,Color_A,SegmentedPropertyCategoryCodeSequence.CodingSchemeDesignator,\
            SegmentedPropertyCategoryCodeSequence.CodeValue,SegmentedPropertyCategoryCodeSequence.CodeMeaning,\
            SegmentedPropertyTypeCodeSequence.CodingSchemeDesignator,SegmentedPropertyTypeCodeSequence.CodeValue,\
            SegmentedPropertyTypeCodeSequence.CodeMeaning
            1,spine,241,214,145,255,SCT,123037004,Anatomical Structure,SCT,421060004,Vertebral column
            2,skull,177,122,101,255,SCT,123037004,Anatomical Structure,SCT,89546000,Skull
            3,left eye,111,184,210,255,SCT,123037004,Anatomical Structure,SCT,8966001,Left eye
            4,right eye,216,101,79,255,SCT,123037004,Anatomical Structure,SCT,18944008,Right eye
            5,jaw,128,174,128,255,SCT,123037004,Anatomical Structure,SCT,91609006,Mandible
            """;

    private static final String README = """
            # %s

            A depot to practise on. The specimen is computed, so nothing here can go wrong: paint, submit, review, begin again.

            - Scan: `source_volume` (96 x 72 x 64 voxels of 0.5 mm)
            - Structures: `PracticeColors.csv`
            - Where to begin from: `baseline.seg.nrrd`
            """;

    private DepotFiles() {
    }

    /** All files by path; {@code pointer} is the line of {@code source_volume}, {@code scan} its bytes. */
    public static Map<String, byte[]> all(String owner, String name, String pointer, byte[] scan) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("README.md", text(String.format(README, name)));
        files.put("LICENSE.txt", text("CC0 1.0 Universal\n\nThis practice specimen is computed and free of any rights.\n"));
        files.put("CURATOR", text(owner + "\n"));
        files.put("MorphoDepotAccession.json", text(accession(owner, name)));
        files.put("PracticeColors.csv", text(TABLE));
        files.put("source_volume", text(pointer));
        files.put("source_volume_checksum", text("SHA256:" + sha256(scan)));
        files.put("baseline.seg.nrrd", Specimen.baseline());
        return files;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String accession(String owner, String name) {
        Doc doc = new Doc();
        answer(doc, "subjectType", "Is this a biological specimen?", "Biological specimen");
        answer(doc, "otherSubjectDescription", "Describe the subject", "");
        answer(doc, "specimenSource", "Is your data from a commercially acquired organism or from an accessioned specimen?",
                "Non-accessioned");
        answer(doc, "iDigBioAccessioned", "Is the specimen in a public database?", "");
        answer(doc, "iDigBioURL", "URL of the record", "");
        answer(doc, "species", "What is your specimen's species?", "Fictus computatus");
        answer(doc, "biologicalSex", "What is your specimen's sex?", "Unknown");
        answer(doc, "developmentalStage", "What is your specimen's developmental stage?", "Adult");
        answer(doc, "modality", "What is the modality of the acquisition?", "Micro CT (or synchrotron)");
        answer(doc, "contrastEnhancement", "Is there contrast enhancement?", "No");
        answer(doc, "imageContents", "What is in the image?", "Whole specimen");
        doc.put("anatomicalAreas", List.of("What anatomical area(s) is/are present in the scan?", List.of("Head and neck")));
        answer(doc, "redistributionAcknowledgement", "May the data be redistributed?", "Yes");
        answer(doc, "license", "Under which license?", "CC0 1.0");
        answer(doc, "githubRepoName", "What should the repository be called?", name);
        answer(doc, "repoType", "Which tier?", "Short-term");
        doc.put("scanDimensions", List.of(Specimen.I, Specimen.J, Specimen.K)).put("scanSpacing", List.of(0.5, 0.5, 0.5))
                .put("curator", owner);
        String json = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(doc.json());
        return json.replace("  ", "    ") + "\n";
    }

    private static void answer(Doc doc, String key, String question, String answer) {
        doc.put(key, List.of(question, answer));
    }
}
