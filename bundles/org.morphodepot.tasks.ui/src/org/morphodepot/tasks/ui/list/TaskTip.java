package org.morphodepot.tasks.ui.list;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.jface.window.DefaultToolTip;
import org.eclipse.jface.window.ToolTip;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.morphodepot.mylyn.TaskRow;

/** All there is to say about a task in short, with a picture of what was painted, when the mouse rests on it. */
final class TaskTip extends DefaultToolTip {

    private final TaskTree tree;
    private final TaskDoings doings;

    TaskTip(TaskTree tree, TaskDoings doings) {
        super(tree.control(), ToolTip.RECREATE, false);
        this.tree = tree;
        this.doings = doings;
        setShift(new Point(12, 12));
        setPopupDelay(500);
    }

    private Optional<TaskRow> row(Event event) {
        return tree.row(tree.control().getItem(new Point(event.x, event.y)));
    }

    @Override
    protected Object getToolTipArea(Event event) {
        return tree.control().getItem(new Point(event.x, event.y));
    }

    @Override
    protected boolean shouldCreateToolTip(Event event) {
        return super.shouldCreateToolTip(event) && getText(event) != null;
    }

    @Override
    protected String getText(Event event) {
        return row(event).map(row -> TaskWords.tip(row, tree.today(), doings.painted(row))).orElse(null);
    }

    /** The picture lives as long as the tool tip. */
    @Override
    protected Composite createToolTipContentArea(Event event, Composite parent) {
        Image picture = row(event).flatMap(doings::picture).map(this::read).orElse(null);
        setImage(picture);
        Composite area = super.createToolTipContentArea(event, parent);
        if (picture != null) {
            area.addDisposeListener(_ -> picture.dispose());
        }
        return area;
    }

    private Image read(Path file) {
        try {
            return new Image(tree.control().getDisplay(), file.toString());
        } catch (SWTException _) {
            return null; // being written, or damaged: the words do without
        }
    }
}
