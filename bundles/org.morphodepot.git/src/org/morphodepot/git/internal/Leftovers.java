package org.morphodepot.git.internal;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Removes what a killed program leaves in a clone: lock files and half-written objects. Only the owner may ask. Locks of a
 * command-line git that works at this moment are left alone: without a sign that we died they must be an hour old.
 */
final class Leftovers {

    private static final Pattern TEMPORARY = Pattern.compile(
            "noz.*\\.tmp|incoming_.*\\.(pack|idx|rev)|insert_.*\\.(pack|idx)|gc_.*_tmp|tmp_obj_.*|tmp_pack_.*|tmp_idx_.*");
    private static final Duration LONG = Duration.ofHours(1);

    private Leftovers() {
    }

    static void remove(Path gitFolder, boolean ownerDied) throws IOException {
        Instant limit = ownerDied ? Instant.MAX : Instant.now().minus(LONG);
        Files.walkFileTree(gitFolder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String name = file.getFileName().toString();
                boolean leftOver = name.endsWith(".lock") || TEMPORARY.matcher(name).matches();
                if (leftOver && attributes.lastModifiedTime().toInstant().isBefore(limit)) {
                    Files.deleteIfExists(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE; // another git may just have removed it
            }
        });
    }
}
