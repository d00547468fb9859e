package org.morphodepot.volume.nrrd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.morphodepot.testing.RealData;
import org.morphodepot.volume.Chunk;
import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Volume;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;
import org.morphodepot.volume.VoxelType;
import org.morphodepot.volume.nrrd.header.ScalarType;

/** Files written by 3D Slicer, ITK, pynrrd and teem, against what teem reads from them. */
class RealFilesTest {

    static Stream<Expected> readable() throws IOException {
        return Expected.all().filter(Expected::isReadable);
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("readable")
    void values_areThoseTeemReads(Expected expected) throws IOException {
        try (Dataset dataset = NrrdFiles.open(RealData.path(expected.file()))) {
            VoxelType type = ScalarType.of(expected.type()).orElseThrow();
            assertEquals(type.id(), dataset.info().type());
            assertEquals(expected.sizes(), dataset.info().size());
            assertEquals(expected.sha256(), NrrdFiles.sha256(dataset));
        }
    }

    /** The chunks of the volume hold the same numbers as the stream of values, for the first component. */
    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("readable")
    void chunks_holdTheSameValues(Expected expected) throws IOException {
        try (Dataset dataset = NrrdFiles.open(RealData.path(expected.file())); Volume volume = dataset.volume()) {
            byte[] all = NrrdFiles.values(dataset);
            int step = volume.type().bytes();
            long components = all.length / step / volume.levels().getFirst().size().voxels();
            int bx = volume.levels().getFirst().chunks(0) - 1;
            int by = volume.levels().getFirst().chunks(1) - 1;
            int bz = volume.levels().getFirst().chunks(2) - 1;
            compare(volume.read(new ChunkKey(0, 0, 0, 0)), all, components, volume);
            compare(volume.read(new ChunkKey(0, bx, 0, bz)), all, components, volume);
            compare(volume.read(new ChunkKey(0, bx, by, bz)), all, components, volume);
        }
    }

    private static void compare(Chunk chunk, byte[] all, long components, Volume volume) {
        int step = volume.type().bytes();
        int nx = volume.levels().getFirst().size().x();
        int ny = volume.levels().getFirst().size().y();
        byte[] values = chunk.voxels().bytes();
        int at = 0;
        for (int z = chunk.box().z0(); z < chunk.box().z1(); z++) {
            for (int y = chunk.box().y0(); y < chunk.box().y1(); y++) {
                for (int x = chunk.box().x0(); x < chunk.box().x1(); x++) {
                    long index = (((long) z * ny + y) * nx + x) * components * step;
                    for (int b = 0; b < step; b++) {
                        if (all[(int) index + b] != values[at++]) {
                            throw new AssertionError("differs at " + x + " " + y + " " + z);
                        }
                    }
                }
            }
        }
        assertEquals(values.length, at);
    }

    @Test
    void skipOfMinusFive_isRefusedAsInTeem() {
        assumeTrue(RealData.isHere());
        Path file = RealData.path("nrrd/pynrrd/BallBinary30x30x30_byteskip_minus_five.nhdr");

        VolumeException e = assertThrows(VolumeException.class, () -> NrrdFiles.open(file));

        assertEquals(Kind.MALFORMED, e.kind());
        assertEquals(file + ": its header field \"byte skip\" says \"-5\" where 0 or more, or -1 for data at the end"
                + " of the"
                + " file, is expected", e.getMessage());
    }

    @Test
    void everyFile_isInTheTables() throws IOException {
        assumeTrue(RealData.isHere());
        Set<String> known = Expected.all().map(Expected::file).collect(Collectors.toSet());
        try (Stream<Path> files = Files.walk(RealData.path("."))) {
            files.map(RealData.path(".")::relativize).map(f -> f.toString().replace('\\', '/'))
                    .filter(f -> f.endsWith(".nrrd") || f.endsWith(".nhdr"))
                    .forEach(f -> assertTrue(known.contains(f), f));
        }
    }
}
