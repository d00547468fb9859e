package org.morphodepot.cli;

import java.util.Locale;

/** The coordinate system a file names. Ours is left-posterior-superior; reports use the file's own words and signs. */
record FileSpace(String name) {

    /** The components of a vector in the file's space. */
    double[] fromLps(double[] lps) {
        String word = name.toLowerCase(Locale.ROOT);
        boolean initials = word.matches("[rl][ap][si]t?");
        boolean right = initials ? word.charAt(0) == 'r' : word.startsWith("right-");
        boolean anterior = initials ? word.charAt(1) == 'a' : word.contains("-anterior-");
        boolean inferior = initials ? word.charAt(2) == 'i' : word.contains("-inferior");
        return new double[] {right ? -lps[0] : lps[0], anterior ? -lps[1] : lps[1], inferior ? -lps[2] : lps[2]};
    }
}
