package org.morphodepot.tasks.ui.list;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.morphodepot.mylyn.Change;
import org.morphodepot.mylyn.TaskListing;
import org.morphodepot.mylyn.TaskRow;
import org.morphodepot.work.tasks.TaskState;

/** Measures the Task List with many tasks in a window: releng/bench/task-list [TASKS]. Needs a screen. */
public final class TaskListSpeed {

    private static final int ROUNDS = 15;
    private static final String[] WORDS = {"s", "st", "structure 4", "structure 41", "structure 412", "left", "#4999", ""};

    private TaskListSpeed() {
    }

    public static void main(String[] args) {
        int tasks = args.length > 0 ? Integer.parseInt(args[0]) : 5000;
        TaskListing listing = Rows.listing(rows(tasks));
        Display display = new Display();
        report("sort and index " + tasks + " tasks", () -> measured(() -> new TaskGroups(List.of(listing))));
        TaskGroups groups = new TaskGroups(List.of(listing));
        report("open, by list", () -> open(display, groups, false));
        report("open, by day", () -> open(display, groups, true));
        filter(display, groups);
        display.dispose();
    }

    private static TaskRow[] rows(int tasks) {
        TaskRow[] rows = new TaskRow[tasks];
        TaskState[] states = TaskState.values();
        for (int i = 0; i < tasks; i++) {
            rows[i] = Rows.row(i + 1, "Structure " + i, states[i % 5], i % 50 == 0 ? Change.INCOMING : Change.NONE,
                    Optional.of(LocalDate.now().plusDays(i % 40 - 5)), "left thing " + i, "right thing " + i);
        }
        return rows;
    }

    private static double measured(Supplier<?> work) {
        long start = System.nanoTime();
        work.get();
        return (System.nanoTime() - start) / 1e6;
    }

    /** From the tasks to painted rows. */
    private static double open(Display display, TaskGroups groups, boolean byDay) {
        long start = System.nanoTime();
        Shell shell = new Shell(display, SWT.SHELL_TRIM);
        shell.setLayout(new FillLayout());
        TaskTree tree = tree(shell);
        tree.show(byDay ? groups.scheduled(TaskFilter.OPEN, LocalDate.now()) : groups.categorised(TaskFilter.OPEN), LocalDate.now());
        shell.setSize(420, 900);
        shell.open();
        paint(display);
        double time = (System.nanoTime() - start) / 1e6;
        shell.dispose();
        return time;
    }

    private static void filter(Display display, TaskGroups groups) {
        Shell shell = new Shell(display, SWT.SHELL_TRIM);
        shell.setLayout(new FillLayout());
        TaskTree tree = tree(shell);
        tree.show(groups.categorised(TaskFilter.OPEN), LocalDate.now());
        shell.setSize(420, 900);
        shell.open();
        paint(display);
        for (String word : WORDS) {
            report("filter \u201c" + word + "\u201d", () -> measured(() -> {
                tree.show(groups.categorised(TaskFilter.OPEN.withText(word)), LocalDate.now());
                paint(display);
                return word;
            }));
        }
        shell.dispose();
    }

    private static TaskTree tree(Shell shell) {
        return new TaskTree(shell, new TaskTree.Wishes() {
            @Override
            public void open(TaskRow row) {
                // not measured
            }

            @Override
            public void toggleActive(TaskRow row) {
                // not measured
            }
        });
    }

    private static void paint(Display display) {
        display.update();
        while (display.readAndDispatch()) {
            // until everything is painted
        }
    }

    private static void report(String what, Supplier<Double> round) {
        double first = round.get();
        double[] times = new double[ROUNDS];
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Arrays.setAll(times, _ -> round.get());
        double processor = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e6 / ROUNDS;
        Arrays.sort(times);
        System.out.printf(Locale.ROOT, "%-34s first %6.1f ms, median %6.1f ms, worst %6.1f ms, processor %6.1f ms%n", what, first,
                times[ROUNDS / 2], times[ROUNDS - 1], processor);
    }
}
