package org.morphodepot.forge.internal.show;

/** The global names of things, which both APIs use: a kind and a number. */
public final class Ids {

    public static final String USER = "U";
    public static final String ORGANISATION = "O";
    public static final String REPO = "R";
    public static final String ISSUE = "I";
    public static final String PULL = "PR";
    public static final String COMMENT = "IC";
    public static final String REVIEW = "PRR";
    public static final String REVIEW_COMMENT = "PRRC";
    public static final String LABEL = "LA";
    public static final String MILESTONE = "MI";
    public static final String RELEASE = "RE";
    public static final String ASSET = "RA";

    private Ids() {
    }

    public static String of(String kind, long id) {
        return kind + "_kwD" + Long.toString(id, 36);
    }

    /** The number in a name of this kind; -1 when it is of another. */
    public static long number(String kind, String name) {
        String start = kind + "_kwD";
        try {
            return name.startsWith(start) ? Long.parseLong(name.substring(start.length()), 36) : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
