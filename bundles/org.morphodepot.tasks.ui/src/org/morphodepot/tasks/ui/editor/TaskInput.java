package org.morphodepot.tasks.ui.editor;

import java.util.Optional;

import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.morphodepot.tasks.ui.active.ActivateTask;
import org.morphodepot.work.TaskRef;

/** Which task the editor shows. Equal when the task is. */
public final class TaskInput implements IEditorInput, IPersistableElement {

    private static final String EDITOR = "org.morphodepot.tasks.editor";

    private final TaskRef task;
    private final String title;

    public TaskInput(TaskRef task, String title) {
        this.task = task;
        this.title = title;
    }

    /** Opens the Task editor, or brings it to the front. UI thread. */
    public static void open(IWorkbenchPage page, TaskRef task, String title) {
        try {
            page.openEditor(new TaskInput(task, title), EDITOR);
        } catch (PartInitException e) {
            ILog.of(TaskInput.class).error("Opening " + task, e);
        }
    }

    TaskRef task() {
        return task;
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return null;
    }

    @Override
    public String getName() {
        return title.isEmpty() ? "#" + task.number() : title;
    }

    @Override
    public String getToolTipText() {
        return title + " (" + task + ")";
    }

    @Override
    public IPersistableElement getPersistable() {
        return this;
    }

    @Override
    public void saveState(IMemento memento) {
        memento.putString("task", task.url());
        memento.putString("title", title);
    }

    @Override
    public String getFactoryId() {
        return Factory.class.getName();
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        return adapter == TaskRef.class ? adapter.cast(task) : null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TaskInput input && input.task.equals(task);
    }

    @Override
    public int hashCode() {
        return task.hashCode();
    }

    /** Brings back the tasks that were open when the workbench was closed. */
    public static final class Factory implements IElementFactory {

        @Override
        public IAdaptable createElement(IMemento memento) {
            String title = Optional.ofNullable(memento.getString("title")).orElse("");
            return Optional.ofNullable(memento.getString("task")).flatMap(ActivateTask::task)
                    .map(task -> new TaskInput(task, title)).orElse(null);
        }
    }
}
