package org.morphodepot.tasks.ui.active;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.start.Assignment;

/**
 * What is remembered of tasks from their last checkpoint, for lists and dialogs: how much is painted, and a small picture. A
 * file that cannot be read counts as none. Any thread.
 */
public record TaskNotes(Path folder) {

    private static final int WIDTH = 220;
    private static final int HEIGHT = 160;
    private static final int MOST_LINES = 10_000;

    public static TaskNotes inThisWorkspace() {
        Path workspace = Path.of(Platform.getInstanceLocation().getURL().getPath());
        return new TaskNotes(workspace.resolve(".metadata/.plugins/org.morphodepot.tasks.ui/notes"));
    }

    /** Counts and draws; takes a moment. */
    void keep(Assignment assignment, Session session) {
        try {
            Files.createDirectories(folder);
            write(Painted.of(session.labelling().lastSaved(), assignment.block()),
                    file(assignment.task(), assignment.account().login(), ".txt"));
            Optional<ImageData> picture = SlicePicture.of(session, WIDTH, HEIGHT);
            if (picture.isPresent()) {
                ImageLoader loader = new ImageLoader();
                loader.data = new ImageData[] {picture.get()};
                loader.save(file(assignment.task(), assignment.account().login(), ".png").toString(), SWT.IMAGE_PNG);
            }
        } catch (IOException | org.eclipse.swt.SWTException e) {
            ILog.of(TaskNotes.class).warn("Notes of " + assignment.task() + " could not be kept", e);
        }
    }

    private static void write(Painted painted, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (Map.Entry<String, Long> one : painted.voxels().entrySet()) {
                out.write(one.getValue() + " " + one.getKey().replaceAll("\\R", " ") + "\n");
            }
        }
    }

    /** How far somebody is with a task; empty before the first checkpoint on this computer. */
    public Optional<Painted> painted(TaskRef task, String login) {
        Path file = file(task, login, ".txt");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Map<String, Long> voxels = new LinkedHashMap<>();
        try (BufferedReader in = Files.newBufferedReader(file)) {
            in.lines().limit(MOST_LINES).filter(line -> line.matches("\\d{1,18} .+")).map(line -> line.split(" ", 2))
                    .forEach(words -> voxels.put(words[1], Long.valueOf(words[0])));
            return Optional.of(new Painted(voxels));
        } catch (IOException | java.io.UncheckedIOException _) {
            return Optional.empty();
        }
    }

    /** A picture of the slice somebody painted in last. */
    public Optional<Path> picture(TaskRef task, String login) {
        return Optional.of(file(task, login, ".png")).filter(Files::isRegularFile);
    }

    private Path file(TaskRef task, String login, String ending) {
        return folder.resolve(task.forge().host().replaceAll("[^A-Za-z0-9.-]", "_") + "-" + login + "-" + task.depot().owner()
                + "-" + task.depot().name() + "-" + task.number() + ending);
    }
}
