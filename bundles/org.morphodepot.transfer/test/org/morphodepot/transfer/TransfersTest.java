package org.morphodepot.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.transfer.TransferJob.State;
import org.morphodepot.volume.Volumes;

class TransfersTest {

    @TempDir
    Path folder;

    private final MemoryPlace memory = new MemoryPlace();

    private Transfers transfers() {
        Volumes volumes = Volumes.fromClassPath();
        volumes.addStore(memory);
        return new Transfers(volumes);
    }

    private TransferOrder order() {
        return TransferOrder.copy(Source.of("mem://b/a"), Target.of(folder.resolve("copy").toString()));
    }

    private static void await(TransferJob job, State state) throws InterruptedException {
        for (int i = 0; i < 2000 && job.state() != state; i++) {
            Thread.sleep(10);
        }
        assertEquals(state, job.state(), job.problem());
    }

    @Test
    void job_runsToItsEnd_andIsShownUntilRemoved() throws Exception {
        memory.objects.put("a/1", new byte[10]);
        Transfers transfers = transfers();
        TransferJob job = transfers.start(order());
        await(job, State.DONE);
        assertEquals(List.of(job), transfers.all());
        transfers.removeEnded();
        assertEquals(List.of(), transfers.all());
    }

    @Test
    void failedFiles_areNamed_andTriedAgain() throws Exception {
        memory.objects.put("a/1", new byte[10]);
        memory.failures.set(4);
        TransferJob job = transfers().start(order());
        await(job, State.FAILED);
        assertEquals("1", job.failed().getFirst().key());
        assertTrue(job.problem().startsWith("1 of 1"), job.problem());
        job.retry();
        await(job, State.DONE);
        assertEquals(List.of(), job.failed());
    }

    @Test
    void whatCannotBegin_saysWhy_andCanBeTriedAgain() throws Exception {
        TransferJob job = transfers().start(order());
        await(job, State.FAILED);
        assertTrue(job.problem().contains("there is nothing at mem://b/a"), job.problem());
        memory.objects.put("a/1", new byte[10]);
        job.retry();
        await(job, State.DONE);
    }

    @Test
    void cancel_endsIt_alsoWhilePaused() throws InterruptedException {
        memory.objects.put("a/1", new byte[1000]);
        memory.objects.put("a/2", new byte[1000]);
        TransferJob job = new Transfers(volumesWithMemory()).start(order().limited(100));
        job.pause();
        assertEquals(State.PAUSED, job.state());
        job.cancel();
        await(job, State.CANCELLED);
    }

    private Volumes volumesWithMemory() {
        Volumes volumes = Volumes.fromClassPath();
        volumes.addStore(memory);
        return volumes;
    }
}
