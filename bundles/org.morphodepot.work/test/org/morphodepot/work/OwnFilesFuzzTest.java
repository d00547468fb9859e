package org.morphodepot.work;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.github.ForgeAddress;
import org.morphodepot.testing.Damage;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.VoxelBox;

/** Damaged files of ours, and comments that strangers wrote: what can be read counts, the rest is left out. */
class OwnFilesFuzzTest {

    @TempDir
    private Path folder;

    @Test
    void damagedAccounts_areReadOrLeftOut() throws IOException {
        AccountsFile file = new AccountsFile(folder.resolve("accounts.json"));
        Account sam = new Account(ForgeAddress.of("https://github.com"), "sam", "Sam Segmenter", "sam@example.org");
        Account ada = new Account(ForgeAddress.of("https://github.com"), "ada", "Ada", "ada@example.org");
        file.write(new AccountsFile.Content(List.of(sam, ada), Optional.of(ada)));
        DamagedFile.each(file.path(), () -> assertTrue(file.read().all().size() <= 2));
    }

    @Test
    void damagedComments_areSplitSomehow() {
        Geometry scan = new Geometry(new double[] {20, 20, 40}, new double[] {1, 0, 0, 0, -1, 0, 0, 0, 1},
                new double[] {-1000, 0, 0}, "um");
        String good = Place.of(new VoxelBox(10, 5, 33, 21, 10, 41)).in(scan).withZoom(12.5).about("Segment_7", "frontal bone")
                .into("Too thin here.");
        Damage damage = new Damage(8);
        int places = 0;
        for (int round = 0; round < Damage.rounds(3000); round++) {
            String bad = damage.of(good);
            try {
                places += (int) Place.split(bad).stream().filter(part -> part.place().isPresent()).count();
            } catch (RuntimeException | Error e) {
                throw new AssertionError("round " + round + ": " + bad.substring(0, Math.min(bad.length(), 500)), e);
            }
        }
        assertTrue(places > 0);
    }
}
