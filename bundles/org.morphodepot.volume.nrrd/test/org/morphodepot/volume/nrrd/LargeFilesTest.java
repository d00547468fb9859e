package org.morphodepot.volume.nrrd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Volume;

/** Files beyond what one Java array or one 32-bit offset can hold, mostly holes so that they cost no disk. */
class LargeFilesTest {

    private static final long SIDE = 1500;

    @TempDir
    Path folder;

    @Test
    void lastVoxelOfSevenGigabytes_isRead() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "no files with holes here");
        Path data = folder.resolve("a.raw");
        long bytes = SIDE * SIDE * SIDE * 2;
        try (RandomAccessFile file = new RandomAccessFile(data.toFile(), "rw")) {
            file.setLength(bytes);
            file.seek(bytes - 2);
            file.writeShort(-1234);
        }
        Path header = Nrrd.of("short", SIDE + " " + SIDE + " " + SIDE).with("endian", "big").with("data file", "a.raw")
                .write(folder.resolve("a.nhdr"));
        try (Dataset dataset = NrrdFiles.open(header); Volume volume = dataset.volume()) {
            int last = volume.levels().getFirst().chunks(0) - 1;
            int voxel = (int) SIDE - 1;
            assertEquals(-1234, volume.read(new ChunkKey(0, last, last, last)).value(voxel, voxel, voxel));
            assertEquals(0, volume.read(new ChunkKey(0, 0, last, last)).value(0, voxel, voxel));
        }
        Files.delete(data);
    }
}
