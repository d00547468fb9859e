package org.morphodepot.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** The little that is agreed on how a text file looks. See ADR 0002. */
class SourceFormatTest {

    private static final int WIDEST = 130;
    private static final Pattern CHECKED = Pattern.compile(".*\\.(java|xml|e4xmi|md|sh|properties|prefs|svg|target|yml)");
    private static final Set<String> NOT_OURS = Set.of("target", "bin", ".git", ".metadata");

    private final Path root = Path.of(System.getProperty("root"));
    private final List<String> wrong = new ArrayList<>();

    @Test
    void textFiles_areWellFormed() throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean skip = NOT_OURS.contains(folder.getFileName().toString());
                return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (CHECKED.matcher(file.getFileName().toString()).matches()) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        assertFalse(files.isEmpty());
        for (Path file : files) {
            check(root.relativize(file).toString(), Files.readString(file, StandardCharsets.UTF_8));
        }
        assertEquals("", String.join("\n", wrong));
    }

    private void check(String file, String text) {
        if (!text.isEmpty() && !text.endsWith("\n")) {
            wrong.add(file + ": no line end at the end of the file");
        }
        String[] lines = text.split("\n");
        for (int i = 0; i < lines.length; i++) {
            checkLine(file, i + 1, lines[i]);
        }
    }

    private void checkLine(String file, int number, String line) {
        String place = file + ":" + number;
        boolean java = file.endsWith(".java");
        if (line.indexOf('\r') >= 0) {
            wrong.add(place + ": carriage return");
        } else if (!line.equals(line.stripTrailing())) {
            wrong.add(place + ": blanks at the end of the line");
        }
        if (java && line.indexOf('\t') >= 0) {
            wrong.add(place + ": tab");
        }
        boolean fixture = file.contains("/test/") || file.startsWith("releng/bench/") || file.startsWith("releng/interop/");
        if (java && !fixture && line.codePointCount(0, line.length()) > WIDEST) {
            wrong.add(place + ": wider than " + WIDEST);
        }
    }
}
