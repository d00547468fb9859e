package org.morphodepot.tasks.ui.editor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.ColorDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.morphodepot.depot.ColorRow;
import org.morphodepot.depot.ColorTable;
import org.morphodepot.depot.TaskBlock;
import org.morphodepot.github.Person;
import org.morphodepot.tasks.ui.Services;
import org.morphodepot.tasks.ui.active.Painted;
import org.morphodepot.tasks.ui.active.TaskActivation;
import org.morphodepot.tasks.ui.active.TaskNotes;
import org.morphodepot.ui.Ids;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.work.Desk;
import org.morphodepot.work.start.Assignment;
import org.morphodepot.work.start.Assignments;
import org.morphodepot.work.tasks.Task;

/** Facts of a task: state, people, dates, structures with their colours, and the region on a small map. UI thread. */
final class TaskFacts {

    private final Composite box;
    private final Font bold;
    private LocalResourceManager resources;

    TaskFacts(Composite parent, Font bold) {
        this.bold = bold;
        box = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(10, 4).applyTo(box);
    }

    Composite control() {
        return box;
    }

    void show(Task task, TaskActivation activation) {
        for (Control old : box.getChildren()) {
            old.dispose();
        }
        resources = new LocalResourceManager(JFaceResources.getResources());
        fact("State", task.state().words());
        fact("Assigned to", task.assignees().stream().map(Person::login).collect(Collectors.joining(", ")));
        task.due().ifPresent(day -> fact("Due", TaskWords.due(day, LocalDate.now())));
        task.block().map(TaskBlock::effortMinutes).filter(effort -> effort.isPresent())
                .ifPresent(effort -> fact("Effort", TaskWords.effort(effort.getAsInt())));
        fact("Depot", task.ref().depot().toString());
        fact("Asked by", task.author().login() + ", " + TaskWords.when(task.created()));
        fact("Last change", TaskWords.when(task.updated()));
        task.contribution().ifPresent(pull -> fact("Contribution", "#" + pull.number() + (pull.draft() ? ", a draft" : "")));
        structures(task);
        task.block().flatMap(TaskBlock::region).ifPresent(region -> region(region, activation, task));
        LocalResourceManager used = resources;
        Label anchor = new Label(box, SWT.NONE);
        anchor.addDisposeListener(e -> used.dispose());
    }

    private void fact(String name, String value) {
        if (!value.isBlank()) {
            label(name, true);
            label(value, false);
        }
    }

    private Label label(String text, boolean isName) {
        Label label = new Label(box, SWT.NONE);
        label.setText(text.replace("&", "&&"));
        if (isName) {
            label.setForeground(box.getDisplay().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND));
        }
        return label;
    }

    private void heading(String text) {
        Label label = label(text, false);
        label.setFont(bold);
        GridDataFactory.fillDefaults().span(2, 1).indent(0, 10).applyTo(label);
    }

    private void structures(Task task) {
        if (task.structures().isEmpty()) {
            return;
        }
        heading("Structures");
        Map<String, ColorRow> colors = colors(task);
        Optional<Painted> painted = Services.get(Desk.class).accounts().active()
                .flatMap(me -> TaskNotes.inThisWorkspace().painted(task.ref(), me.login()));
        for (String name : task.structures()) {
            Label swatch = Ids.unstyled(new Label(box, SWT.NONE));
            Optional.ofNullable(colors.get(name.toLowerCase(Locale.ROOT))).ifPresent(row -> swatch.setBackground(
                    resources.create(ColorDescriptor.createFrom(
                            new RGB(row.red(), row.green(), row.blue())))));
            GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).hint(14, 14).applyTo(swatch);
            Ids.named("structure", label(name + painted.map(known -> known.of(name)).filter(OptionalLong::isPresent)
                    .map(count -> " \u00b7 " + Painted.words(count.getAsLong())).orElse(""), false));
        }
    }

    /** Colours are known once the task was started here. */
    private static Map<String, ColorRow> colors(Task task) {
        Map<String, ColorRow> byName = new HashMap<>();
        Optional<Path> table = Assignments.of(Services.get(Desk.class)).of(task.ref()).flatMap(Assignment::colorTable);
        if (table.isPresent()) {
            try {
                ColorTable.read(table.get()).rows().forEach(row -> byName.put(row.name().toLowerCase(Locale.ROOT), row));
            } catch (IOException e) {
                ILog.of(TaskFacts.class).warn("Colours of " + task.ref(), e);
            }
        }
        return byName;
    }

    private void region(VoxelBox region, TaskActivation activation, Task task) {
        heading("Region");
        RegionMap map = new RegionMap(box);
        map.show(region.isEmpty() ? Optional.empty() : Optional.of(region),
                activation.session().filter(_ -> activation.active().filter(task.ref()::equals).isPresent())
                        .map(session -> session.scan().size()));
        GridDataFactory.fillDefaults().span(2, 1).hint(RegionMap.width(), RegionMap.height()).applyTo(map.control());
        Label size = label(region.width() + " \u00d7 " + region.height() + " \u00d7 " + region.depth() + " voxels", true);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(size);
    }
}
