package org.morphodepot.tasks.ui.list;

import org.eclipse.jface.window.DefaultToolTip;
import org.eclipse.jface.window.ToolTip;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.TreeItem;

/** All there is to say about a task in short, when the mouse rests on it. */
final class TaskTip extends DefaultToolTip {

    private final TaskTree tree;

    TaskTip(TaskTree tree) {
        super(tree.control(), ToolTip.RECREATE, false);
        this.tree = tree;
        setShift(new Point(12, 12));
        setPopupDelay(500);
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
        TreeItem item = tree.control().getItem(new Point(event.x, event.y));
        return tree.row(item).map(row -> TaskWords.tip(row, tree.today())).orElse(null);
    }
}
