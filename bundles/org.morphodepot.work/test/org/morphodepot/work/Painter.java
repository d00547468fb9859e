package org.morphodepot.work;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.segnrrd.SegNrrd;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.work.checkpoint.Checkpoint;
import org.morphodepot.work.checkpoint.Summary;
import org.morphodepot.work.start.Assignment;
import org.morphodepot.work.start.StartWork;

/** Somebody who has a task open, as an editor would: what is painted is in memory until it is saved. */
public final class Painter {

    public final Desk desk;
    public final Assignment assignment;
    public Segmentation session;

    public Painter(Desk desk, TaskRef task) throws IOException {
        this.desk = desk;
        assignment = StartWork.on(desk, task, Progress.NONE);
        session = onDisk();
    }

    public Segmentation onDisk() throws IOException {
        return SavedLabels.read(desk.volumes(), assignment.labels(), Optional.empty(), Progress.NONE);
    }

    public Painter paint(String segment, VoxelBox box) {
        session = Brush.paint(session, segment, box);
        return this;
    }

    public void save() throws IOException {
        SegNrrd.write(session, assignment.labels(), Progress.NONE);
    }

    public Optional<Summary> checkpoint() throws IOException {
        save();
        return Checkpoint.of(desk, assignment, session, Progress.NONE);
    }

    /** Lets the queue do what it can; says what every thread does when that takes too long. */
    public void settle() throws IOException, InterruptedException {
        if (!desk.queue().settle(Duration.ofMinutes(5))) {
            throw new AssertionError("not settled: " + desk.queue().entries() + "\n" + threads());
        }
    }

    /** Virtual threads too, which a stack trace of all threads leaves out. */
    private static String threads() throws IOException {
        Path dump = Files.createTempDirectory("threads").resolve("dump.txt");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpThreads(dump.toString(), ThreadDumpFormat.TEXT_PLAIN);
        return Files.readString(dump);
    }
}
