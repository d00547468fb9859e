package org.morphodepot.viewer.session;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

import org.morphodepot.label.Segmentation;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.io.DiskTrouble;

/** Names of journals, and ids of the states that they start from. */
final class JournalNames {

    private static final int NAME_LENGTH = 32;

    private JournalNames() {
    }

    /** The name for the labels of a scan; the same whenever both are opened again. */
    static String of(Address scan, Optional<Path> labels) {
        String key = scan.uri() + "\n" + labels.map(file -> file.toAbsolutePath().normalize().toUri().toString()).orElse("");
        return HexFormat.of().formatHex(sha256().digest(key.getBytes(StandardCharsets.UTF_8))).substring(0, NAME_LENGTH);
    }

    /** The id of labels that nobody has begun. */
    static String emptyOn(VoxelSize size, Geometry geometry) {
        return "empty " + grid(size, geometry);
    }

    /** The id of the labels in a file, put onto a grid. Reads the file. */
    static String of(Path labels, VoxelSize size, Geometry geometry) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(labels)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        } catch (IOException e) {
            throw DiskTrouble.reading(labels, e);
        }
        return "sha256 " + HexFormat.of().formatHex(digest.digest()) + " " + grid(size, geometry);
    }

    /** The id of labels that are in no local file, by what they hold. */
    static String of(Segmentation labels) {
        long voxels = 0;
        for (int i = 0; i < labels.layers().size(); i++) {
            voxels = 31 * voxels + labels.layer(i).hashCode();
        }
        return "content " + Long.toHexString(voxels) + " " + Integer.toHexString(labels.segments().hashCode()) + " "
                + grid(labels.size(), labels.geometry());
    }

    private static String grid(VoxelSize size, Geometry geometry) {
        return "on " + size.x() + " " + size.y() + " " + size.z() + " " + Arrays.toString(geometry.spacing())
                + Arrays.toString(geometry.directions()) + Arrays.toString(geometry.origin()) + geometry.unit();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
