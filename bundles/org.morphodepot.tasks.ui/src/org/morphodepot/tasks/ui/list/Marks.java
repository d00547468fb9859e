package org.morphodepot.tasks.ui.list;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.SWT;
import org.morphodepot.mylyn.TaskRow;
import org.morphodepot.work.tasks.TaskState;

/** The small drawings of a row: the circle that activates, and how far a task is. UI thread only. */
final class Marks {

    static final int CIRCLE = 16;
    static final int BAR = 38;

    private static final int STEPS = 3;
    /** Of the text's colour, so that they are seen in every theme and on selected rows. */
    private static final int RING = 170;
    private static final int TO_COME = 60;
    private static final Color ACTIVE = new Color(new RGB(0x3f, 0x9c, 0x6b));
    private static final Color WAITING = new Color(new RGB(0x4f, 0x8f, 0xd6));
    private static final Color ATTENTION = new Color(new RGB(0xe0, 0x7b, 0x39));

    private Marks() {
    }

    /** A filled circle for the active task, a ring for those one can activate. */
    static void circle(GC gc, int x, int y, int height, TaskRow row) {
        int size = CIRCLE - 7;
        int top = y + (height - size) / 2;
        gc.setAntialias(SWT.ON);
        gc.setLineWidth(1);
        if (row.active()) {
            gc.setBackground(ACTIVE);
            gc.fillOval(x + 3, top, size, size);
        } else if (!row.done() && !row.isLocal()) {
            gc.setAlpha(RING);
            gc.drawOval(x + 3, top, size, size);
            gc.setAlpha(255);
        }
    }

    /** How many of the steps begin, submit and merge are done. */
    static int steps(TaskState state) {
        return switch (state) {
            case UNASSIGNED, NOT_STARTED, CLOSED -> 0;
            case IN_PROGRESS, CHANGES_REQUESTED -> 1;
            case SUBMITTED -> 2;
            case MERGED -> 3;
        };
    }

    /** Three steps of a bar; orange where the person has to do something again. */
    static void bar(GC gc, int x, int y, int height, TaskState state) {
        int gap = 2;
        int width = (BAR - (STEPS - 1) * gap) / STEPS;
        int top = y + height / 2 - 2;
        Color done = switch (state) {
            case CHANGES_REQUESTED -> ATTENTION;
            case MERGED -> ACTIVE;
            default -> WAITING;
        };
        for (int step = 0; step < STEPS; step++) {
            boolean reached = step < steps(state);
            gc.setAlpha(reached ? 255 : TO_COME);
            gc.setBackground(reached ? done : gc.getForeground());
            gc.fillRectangle(x + step * (width + gap), top, width, 4);
        }
        gc.setAlpha(255);
    }
}
