package org.morphodepot.cli.phantom.anatomy;

/** What the phantom's ground truth names; {@link #label()} is the value in its label volume. */
public enum Structure {
    NASAL("nasal bone", 0xE8C77B, "0001681", "nasal bone", Side.NONE),
    MAXILLA("maxilla", 0xC98F5A, "0002397", "maxilla", Side.NONE),
    FRONTAL("frontal bone", 0xF1D691, "0000209", "frontal bone", Side.NONE),
    PARIETAL_LEFT("parietal bone, left", 0x9BD67A, "0000210", "parietal bone", Side.LEFT),
    PARIETAL_RIGHT("parietal bone, right", 0x5FB55C, "0000210", "parietal bone", Side.RIGHT),
    TEMPORAL_LEFT("temporal bone, left", 0x7FC8D8, "0001678", "temporal bone", Side.LEFT),
    TEMPORAL_RIGHT("temporal bone, right", 0x4B9FBD, "0001678", "temporal bone", Side.RIGHT),
    OCCIPITAL("occipital bone", 0xB79AD9, "0001676", "occipital bone", Side.NONE),
    SPHENOID("sphenoid bone", 0xE58FA6, "0001677", "sphenoid bone", Side.NONE),
    ZYGOMATIC_LEFT("zygomatic bone, left", 0xF0A35E, "0001683", "jugal bone", Side.LEFT),
    ZYGOMATIC_RIGHT("zygomatic bone, right", 0xD67F3C, "0001683", "jugal bone", Side.RIGHT),
    MANDIBLE_LEFT("mandible, left", 0x6B8FE0, "0001684", "mandible", Side.LEFT),
    MANDIBLE_RIGHT("mandible, right", 0x3E5FD6, "0001684", "mandible", Side.RIGHT),
    INCISORS("incisor teeth", 0xFFF3C4, "0001098", "incisor tooth", Side.NONE),
    MOLARS("molar teeth", 0xE6E6E6, "0003655", "molar tooth", Side.NONE),
    ATLAS("atlas", 0x00AAFF, "0001092", "vertebral bone 1", Side.NONE),
    AXIS("axis", 0x00CFC0, "0001093", "vertebral bone 2", Side.NONE),
    CERVICAL_3("cervical vertebra 3", 0x2FA58C, "0004612", "mammalian cervical vertebra 3", Side.NONE),
    CERVICAL_4("cervical vertebra 4", 0x86C5A4, "0004613", "mammalian cervical vertebra 4", Side.NONE),
    CRANIAL_CAVITY("cranial cavity", 0xB5446E, "0013411", "cranial cavity", Side.NONE),
    EYE_LEFT("eye, left", 0x8E6BD1, "0000970", "eye", Side.LEFT),
    EYE_RIGHT("eye, right", 0x6A45B5, "0000970", "eye", Side.RIGHT);

    /** Side of the body, with its SNOMED CT code. */
    public enum Side {
        NONE("", ""), LEFT("7771000", "Left"), RIGHT("24028007", "Right");

        private final String code;
        private final String meaning;

        Side(String code, String meaning) {
            this.code = code;
            this.meaning = meaning;
        }

        public String code() {
            return code;
        }

        public String meaning() {
            return meaning;
        }
    }

    private final String title;
    private final int rgb;
    private final String uberon;
    private final String meaning;
    private final Side side;

    Structure(String title, int rgb, String uberon, String meaning, Side side) {
        this.title = title;
        this.rgb = rgb;
        this.uberon = uberon;
        this.meaning = meaning;
        this.side = side;
    }

    /** 1 for the first structure; 0 is background. */
    public int label() {
        return ordinal() + 1;
    }

    /** Name for people. */
    public String title() {
        return title;
    }

    /** 0xRRGGBB. */
    public int rgb() {
        return rgb;
    }

    /** Number of the UBERON term. */
    public String uberon() {
        return uberon;
    }

    /** The UBERON term's own name. */
    public String meaning() {
        return meaning;
    }

    public Side side() {
        return side;
    }
}
