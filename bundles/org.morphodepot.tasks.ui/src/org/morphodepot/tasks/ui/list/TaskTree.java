package org.morphodepot.tasks.ui.list;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;
import org.morphodepot.mylyn.Change;
import org.morphodepot.mylyn.TaskRow;

/**
 * Groups of tasks. The tree holds the first rows of a group and takes more when the person scrolls to the end, so
 * thousands of tasks cost nothing. A click on the circle activates, a double click or Enter opens. Groups somebody folded stay
 * folded. UI thread only.
 */
final class TaskTree {

    private static final int PLAN_WIDTH = 76;
    /** Narrower ones have no room for days; overdue tasks are red all the same. */
    private static final int NARROW = 240;
    private static final int PAGE = 100;

    private final Tree tree;
    private final Wishes wishes;
    private final ResourceManager resources;
    private final Set<String> folded = new HashSet<>();
    private final Font bold;
    private List<TaskGroup> groups = List.of();
    private int[] revealed = {};
    private boolean planned;
    private LocalDate today = LocalDate.now();

    /** What the person asked for. */
    interface Wishes {
        void open(TaskRow row);

        void toggleActive(TaskRow row);
    }

    TaskTree(Composite parent, Wishes wishes) {
        this.wishes = wishes;
        tree = new Tree(parent, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL);
        resources = new LocalResourceManager(JFaceResources.getResources(), tree);
        bold = resources.create(FontDescriptor.createFrom(tree.getFont()).setStyle(SWT.BOLD));
        new TreeColumn(tree, SWT.LEFT);
        new TreeColumn(tree, SWT.LEFT);
        new TreeColumn(tree, SWT.RIGHT);
        tree.addListener(SWT.SetData, this::fill);
        tree.addListener(SWT.PaintItem, this::paint);
        tree.addListener(SWT.Resize, _ -> layout());
        tree.addListener(SWT.MouseDown, this::press);
        tree.addListener(SWT.DefaultSelection, e -> row(e.item).ifPresent(wishes::open));
        tree.addListener(SWT.Collapse, e -> group(e.item).ifPresent(group -> folded.add(group.key())));
        tree.addListener(SWT.Expand, e -> group(e.item).ifPresent(group -> folded.remove(group.key())));
    }

    Tree control() {
        return tree;
    }

    /** Shows other groups; what is selected stays selected where it is still there. */
    void show(List<TaskGroup> next, LocalDate day) {
        List<String> selected = selection().stream().map(TaskRow::handle).toList();
        boolean same = groups.stream().map(TaskGroup::key).toList().equals(next.stream().map(TaskGroup::key).toList());
        groups = next;
        today = day;
        if (!same) {
            revealed = new int[groups.size()];
        }
        tree.setRedraw(false);
        tree.setItemCount(groups.size());
        tree.clearAll(true);
        for (int i = 0; i < groups.size(); i++) {
            TreeItem item = tree.getItem(i);
            reveal(item, i, PAGE);
            item.setExpanded(!folded.contains(groups.get(i).key()));
        }
        planned = groups.stream().flatMap(group -> group.rows().stream())
                .anyMatch(row -> !row.done() && row.planned().isPresent());
        layout();
        tree.setRedraw(true);
        select(selected);
    }

    /** One item more than the rows where there are more to come. */
    private void reveal(TreeItem item, int group, int count) {
        int all = groups.get(group).rows().size();
        revealed[group] = Math.min(count, all);
        item.setItemCount(revealed[group] + (revealed[group] < all ? 1 : 0));
    }

    /** The end of what the tree holds came into view. */
    private void revealMore(TreeItem item, TaskGroup group) {
        tree.getDisplay().asyncExec(() -> {
            int index = item.isDisposed() ? -1 : tree.indexOf(item);
            boolean more = at(groups, index).filter(group::equals).isPresent() && revealed[index] < group.rows().size();
            if (more) { // else the question came from items that are gone: clearing what is not there ends the program
                int last = revealed[index];
                reveal(item, index, last + PAGE);
                tree.clear(index, false);
                item.clear(last, false);
            }
        });
    }

    private void select(List<String> handles) {
        if (handles.isEmpty()) {
            return;
        }
        List<TreeItem> items = new ArrayList<>();
        for (int g = 0; g < groups.size() && items.size() < handles.size(); g++) {
            List<TaskRow> rows = groups.get(g).rows();
            for (int r = 0; r < revealed[g]; r++) {
                if (handles.contains(rows.get(r).handle())) {
                    items.add(tree.getItem(g).getItem(r));
                }
            }
        }
        tree.setSelection(items.toArray(TreeItem[]::new));
    }

    /** Selected tasks; headings do not count. */
    List<TaskRow> selection() {
        return List.of(tree.getSelection()).stream().flatMap(item -> row(item).stream()).toList();
    }

    private Optional<TaskGroup> group(Object item) {
        return item instanceof TreeItem one && one.getParentItem() == null ? at(groups, tree.indexOf(one)) : Optional.empty();
    }

    Optional<TaskRow> row(Object item) {
        if (!(item instanceof TreeItem one) || one.getParentItem() == null) {
            return Optional.empty();
        }
        TreeItem parent = one.getParentItem();
        int index = parent.indexOf(one);
        return group(parent).filter(_ -> index < revealed[tree.indexOf(parent)]).flatMap(group -> at(group.rows(), index));
    }

    private static <T> Optional<T> at(List<T> list, int index) {
        return index >= 0 && index < list.size() ? Optional.of(list.get(index)) : Optional.empty();
    }

    private void fill(Event event) {
        TreeItem item = (TreeItem) event.item;
        if (item.getParentItem() == null) {
            at(groups, event.index).ifPresent(group -> fill(item, group));
        } else {
            group(item.getParentItem()).ifPresent(group -> fill(item, group, event.index));
        }
    }

    private void fill(TreeItem item, TaskGroup group, int index) {
        int known = revealed[tree.indexOf(item.getParentItem())];
        if (index < known) {
            fill(item, group.rows().get(index));
        } else {
            item.setText(0, "\u2026 " + (group.rows().size() - known) + " more");
            revealMore(item.getParentItem(), group);
        }
    }

    private void fill(TreeItem item, TaskGroup group) {
        item.setText(0, group.title());
        item.setText(1, group.numbers());
        item.setImage(0, resources.create(ListIcons.descriptor("list-group")));
        item.setFont(0, bold);
    }

    private void fill(TreeItem item, TaskRow row) {
        item.setText(0, TaskWords.title(row));
        item.setText(2, TaskWords.planned(row, today));
        item.setImage(0, image(row.change()));
        item.setFont(0, row.active() ? bold : null);
        Color late = row.isOverdue(today) ? color(JFacePreferences.ERROR_COLOR) : null;
        Color quiet = color(JFacePreferences.QUALIFIER_COLOR);
        item.setForeground(0, row.done() ? quiet : late);
        item.setForeground(2, late == null ? quiet : late);
    }

    private static Color color(String name) {
        return JFaceResources.getColorRegistry().get(name);
    }

    private Image image(Change change) {
        return switch (change) {
            case NONE -> resources.create(ListIcons.descriptor("list-none"));
            case NEW -> resources.create(ListIcons.descriptor("list-new"));
            case INCOMING -> resources.create(ListIcons.descriptor("list-incoming"));
            case OUTGOING -> resources.create(ListIcons.descriptor("list-outgoing"));
            case CONFLICT -> resources.create(ListIcons.descriptor("list-conflict"));
        };
    }

    private void paint(Event event) {
        Optional<TaskRow> row = event.index == 1 ? row(event.item) : Optional.empty();
        row.ifPresent(task -> {
            Marks.circle(event.gc, event.x, event.y, event.height, task);
            task.task().ifPresent(told -> Marks.bar(event.gc, event.x + Marks.CIRCLE + 2, event.y, event.height, told.state()));
        });
    }

    private void press(Event event) {
        if (event.button != 1) {
            return;
        }
        TreeItem item = tree.getItem(new Point(event.x, event.y));
        if (item == null) {
            return;
        }
        Rectangle marks = item.getBounds(1);
        if (event.x >= marks.x && event.x < marks.x + Marks.CIRCLE) {
            row(item).filter(row -> !row.isLocal() && !row.done()).ifPresent(wishes::toggleActive);
        }
    }

    private void layout() {
        int marks = Marks.CIRCLE + Marks.BAR + 14;
        int width = tree.getClientArea().width;
        int plan = planned && width > NARROW ? PLAN_WIDTH : 0;
        tree.getColumn(1).setWidth(marks);
        tree.getColumn(2).setWidth(plan);
        tree.getColumn(0).setWidth(Math.max(80, width - marks - plan));
    }

    LocalDate today() {
        return today;
    }
}
