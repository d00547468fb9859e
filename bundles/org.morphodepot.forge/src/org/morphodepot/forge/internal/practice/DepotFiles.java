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

    private static final List<String> TERMS = List.of("Category", "Type", "TypeModifier", "Region", "RegionModifier");
    private static final String CATEGORY = "\"SCT\",\"123037004\",\"Anatomical Structure\"";
    private static final List<String> STRUCTURES = List.of(
            "1,\"spine\",241,214,145,255 \"SCT\",\"421060004\",\"Vertebral column\"",
            "2,\"skull\",177,122,101,255 \"SCT\",\"89546000\",\"Skull\"",
            "3,\"left eye\",111,184,210,255 \"SCT\",\"8966001\",\"Left eye\"",
            "4,\"right eye\",216,101,79,255 \"SCT\",\"18944008\",\"Right eye\"",
            "5,\"jaw\",128,174,128,255 \"SCT\",\"91609006\",\"Mandible\"");

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
        files.put("LICENSE.txt", text("Creative Commons Attribution 4.0 International\n"
                + "https://creativecommons.org/licenses/by/4.0/legalcode.txt\n\nThis practice specimen is computed.\n"));
        files.put("CURATOR", text(owner + "\n"));
        files.put("MorphoDepotAccession.json", text(accession(owner, name)));
        files.put("PracticeColors.csv", text(table()));
        files.put("source_volume", text(pointer));
        files.put("source_volume_checksum", text("SHA256:" + sha256(scan)));
        files.put("baseline.seg.nrrd", Specimen.baseline());
        files.put("screenshots/screenshot-1.png", SpecimenPicture.png());
        files.put("screenshots/captions.json", text("{\n  \"screenshot-1.png\": \"" + SpecimenPicture.CAPTION + "\"\n}\n"));
        return files;
    }

    /** The 21 columns of a MorphoDepot colour table. */
    private static String table() {
        StringBuilder table = new StringBuilder("\"LabelValue\",\"Name\",\"Color_R\",\"Color_G\",\"Color_B\",\"Color_A\"");
        TERMS.forEach(term -> table.append(",\"").append(term).append("_CodingScheme\",\"").append(term)
                .append("_CodeValue\",\"").append(term).append("_CodeMeaning\""));
        for (String structure : STRUCTURES) {
            int gap = structure.indexOf(" \"SCT\"");
            table.append('\n').append(structure, 0, gap).append(',').append(CATEGORY).append(',')
                    .append(structure.substring(gap + 1)).append(",\"\"".repeat(9));
        }
        return table.append('\n').toString();
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
        doc.put("anatomicalAreas", List.of("What anatomical area(s) is/are present in the scan?", List.of()));
        doc.put("redistributionAcknowledgement", List.of("Acknowledgement:",
                List.of("I have the right to allow redistribution of this data.")));
        answer(doc, "license", "Choose a license:", "CC BY 4.0 (requires attribution, allows commercial usage)");
        answer(doc, "githubRepoName", "What should the repository in your github account called?", owner + "/" + name);
        answer(doc, "repoType", "What is the intended lifespan of this repository?",
                "Short-term (e.g. repositories for classroom exercises, that are not meant to be maintained for long-term)");
        doc.put("scanDimensions", "(" + Specimen.I + ", " + Specimen.J + ", " + Specimen.K + ")")
                .put("scanSpacing", "(0.5, 0.5, 0.5)").put("accessionSource", "Unknown").put("accessionResolved", false)
                .put("fileFormatVersion", 2);
        String json = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(doc.json());
        return json.replace("  ", "    ") + "\n";
    }

    private static void answer(Doc doc, String key, String question, String answer) {
        doc.put(key, List.of(question, answer));
    }
}
