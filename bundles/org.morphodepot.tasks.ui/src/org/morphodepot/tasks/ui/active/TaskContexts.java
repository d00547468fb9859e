package org.morphodepot.tasks.ui.active;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.XMLMemento;
import org.morphodepot.depot.TaskBlock;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.start.Assignment;

/**
 * What a person saw of each task: views, visible segments, tool and position, one small file per task and account. A file that
 * cannot be read counts as none. Any thread.
 */
public record TaskContexts(Path folder, Map<TaskRef, String> names) {

    public static TaskContexts inThisWorkspace() {
        Path workspace = Path.of(Platform.getInstanceLocation().getURL().getPath());
        return new TaskContexts(workspace.resolve(".metadata/.plugins/org.morphodepot.tasks.ui/contexts"),
                new ConcurrentHashMap<>());
    }

    /** Remembers what a task is called. */
    public void name(TaskRef task, String title) {
        names.put(task, title);
    }

    public Optional<String> nameOf(TaskRef task) {
        return Optional.ofNullable(names.get(task));
    }

    public void save(Assignment assignment, Session session) {
        XMLMemento memento = XMLMemento.createWriteRoot("context");
        nameOf(assignment.task()).ifPresent(name -> memento.putString("title", name));
        new ViewMemento(memento).save(session);
        try {
            Path file = file(assignment);
            Files.createDirectories(folder);
            StringWriter text = new StringWriter();
            memento.save(text);
            Files.writeString(file, text.toString());
        } catch (IOException e) {
            ILog.of(TaskContexts.class).warn("What was seen of " + assignment.task() + " could not be kept", e);
        }
    }

    /** Shows what was seen last; at first the region and the structures of the task. Its region is outlined. */
    public void restore(Assignment assignment, Session session) {
        session.regions().work(assignment.block().flatMap(TaskBlock::region));
        Path file = file(assignment);
        if (Files.isRegularFile(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                XMLMemento memento = XMLMemento.createReadRoot(reader);
                Optional.ofNullable(memento.getString("title")).ifPresent(t -> names.putIfAbsent(assignment.task(), t));
                new ViewMemento(memento).restore(session);
                return;
            } catch (IOException | WorkbenchException | IllegalArgumentException e) {
                ILog.of(TaskContexts.class).warn("What was seen of " + assignment.task() + " cannot be read", e);
            }
        }
        FirstLook.at(assignment, session);
    }

    private Path file(Assignment assignment) {
        TaskRef task = assignment.task();
        String name = task.forge().host().replaceAll("[^A-Za-z0-9.-]", "_") + "-" + assignment.account().login() + "-"
                + task.depot().owner() + "-" + task.depot().name() + "-" + task.number();
        return folder.resolve(name + ".xml");
    }
}
