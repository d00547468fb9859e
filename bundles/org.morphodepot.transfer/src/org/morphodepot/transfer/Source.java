package org.morphodepot.transfer;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.morphodepot.volume.Address;

/**
 * What is copied: a file; all that is in a folder; or, with wildcards, what fits below the folder before the first of them.
 * {@code *} stands for any characters but '/', {@code **} also for those, {@code ?} for one character, {@code [a-f]} for one of
 * several. Only files of this computer can be named with {@code ?} and brackets: in addresses these mean something else.
 *
 * @param base the file or folder
 * @param pattern for keys below the folder; empty without wildcards
 */
public record Source(Address base, Optional<String> pattern) {

    /** Reads what a person types. */
    public static Source of(String text) {
        Address whole = Address.of(text);
        String path = whole.uri().getPath();
        String wild = whole.isFile() ? "*?[" : "*";
        int first = firstOf(path, wild);
        if (first < 0) {
            return new Source(whole, Optional.empty());
        }
        int cut = path.lastIndexOf('/', first);
        Address base = whole;
        for (int depth = path.substring(cut).split("/").length - 1; depth > 0; depth--) {
            base = base.parent();
        }
        return new Source(base, Optional.of(path.substring(cut + 1)));
    }

    private static int firstOf(String text, String characters) {
        for (int i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a key below the folder is meant. */
    public Predicate<String> keys() {
        return pattern.map(text -> expression(text).asMatchPredicate()).orElse(_ -> true);
    }

    static Pattern expression(String wildcards) {
        StringBuilder expression = new StringBuilder();
        for (int i = 0; i < wildcards.length(); i++) {
            char c = wildcards.charAt(i);
            int end = c == '[' ? wildcards.indexOf(']', i + 2) : -1;
            if (c == '*' && wildcards.startsWith("**/", i)) {
                expression.append("(?:.*/)?");
                i += 2;
            } else if (c == '*' && wildcards.startsWith("**", i)) {
                expression.append(".*");
                i++;
            } else if (c == '*') {
                expression.append("[^/]*");
            } else if (c == '?') {
                expression.append("[^/]");
            } else if (end > 0) {
                expression.append(set(wildcards.substring(i + 1, end)));
                i = end;
            } else {
                expression.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(expression.toString());
    }

    private static String set(String characters) {
        boolean not = characters.startsWith("!") || characters.startsWith("^");
        String those = characters.substring(not ? 1 : 0).replaceAll("[\\[\\]\\\\^&]", "\\\\$0");
        return (not ? "[^/" : "[") + those + "]";
    }
}
