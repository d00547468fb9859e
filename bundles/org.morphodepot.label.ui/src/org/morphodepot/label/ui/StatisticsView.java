package org.morphodepot.label.ui;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.statistics.LiveStatistics;
import org.morphodepot.label.statistics.SegmentStatistics;
import org.morphodepot.label.statistics.StatisticsCsv;
import org.morphodepot.label.ui.StatisticsJob.Outcome;
import org.morphodepot.ui.Ids;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.viewer.session.Sessions;
import org.morphodepot.volume.io.AtomicFile;

import jakarta.inject.Inject;

/**
 * The view Statistics: size, shape and values of every segment. Measures in the background after each edit what the edit
 * touched, and only while somebody can see it.
 */
public final class StatisticsView extends SessionPart {

    /** After an edit, so that a burst of strokes is measured once. */
    private static final int PAUSE = 400;

    private final Composite parent;
    private final Label state;
    private final Button values;
    private final Button cancel;
    private final Button copy;
    private final Button export;
    private final StatisticsTable table;
    private final Map<Session, LiveStatistics> known = new WeakHashMap<>();
    private List<SegmentStatistics> shown = List.of();
    private Optional<Segmentation> shownState = Optional.empty();
    private Optional<Session> described = Optional.empty();
    private StatisticsJob job;
    /** What the user stopped measuring. */
    private Optional<Segmentation> declined = Optional.empty();
    private boolean restart;

    @Inject
    public StatisticsView(Composite parent, Sessions sessions) {
        super(parent, sessions);
        this.parent = parent;
        parent.setLayout(new GridLayout(5, false));
        state = new Label(parent, SWT.NONE);
        state.setData("org.eclipse.e4.ui.css.id", "statistics-state");
        state.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        cancel = button(SWT.PUSH, "Stop", "statistics-stop", "Stop measuring", this::stop);
        values = button(SWT.CHECK, "Values of the scan", "statistics-values",
                "Also read the scan where the segments are; takes a while for scans far away", this::again);
        copy = button(SWT.PUSH, "Copy", "statistics-copy", "Copy the selected rows, or all, for a spreadsheet (Ctrl+C)", null);
        export = button(SWT.PUSH, "Save CSV\u2026", "statistics-export", "Save all measures as a table with commas",
                this::export);
        table = new StatisticsTable(parent);
        copy.addListener(SWT.Selection, e -> table.copy());
        table.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 5, 1));
        table.control().addListener(SWT.Paint, e -> {
            if (isOutdated() && !isDeclined()) {
                later();
            }
        });
        parent.addDisposeListener(e -> stop());
        follow();
    }

    private Button button(int style, String text, String id, String hint, Runnable action) {
        Button button = style == SWT.CHECK ? Ids.check(id, parent) : Ids.named(id, new Button(parent, style));
        button.setText(text);
        button.setToolTipText(hint);
        if (action != null) {
            button.addListener(SWT.Selection, e -> action.run());
        }
        return button;
    }

    @Focus
    public void focus() {
        table.control().setFocus();
    }

    @Override
    void refresh(Optional<Session> session) {
        if (!session.equals(described)) {
            described = session;
            values.setEnabled(session.map(s -> !s.scan().blank()).orElse(false));
            values.setSelection(values.getEnabled() && session.map(s -> s.scan().address().isFile()).orElse(false));
            forget();
        }
        if (session.isEmpty() || session.get().labelling().current().segments().isEmpty()) {
            forget();
            show(session.isEmpty() ? "Open a scan to measure its segments."
                    : "There are no segments yet; add one in the view Segments.");
        } else if (!isOutdated()) {
            show("");
        } else if (isDeclined()) {
            show("Stopped; the next edit is measured again.");
        } else if (job == null && table.control().isVisible()) {
            measure(session.get());
        }
    }

    private void forget() {
        shown = List.of();
        shownState = Optional.empty();
        table.show(shown);
    }

    private boolean isOutdated() {
        return session().map(s -> !shownState.equals(Optional.of(s.labelling().current()))).orElse(false);
    }

    private boolean isDeclined() {
        return session().map(s -> declined.equals(Optional.of(s.labelling().current()))).orElse(false);
    }

    private void measure(Session session) {
        Segmentation now = session.labelling().current();
        LiveStatistics statistics = known.computeIfAbsent(session, s -> new LiveStatistics());
        job = new StatisticsJob(session, statistics, values.getSelection(), outcome -> {
            if (!parent.isDisposed()) {
                parent.getDisplay().asyncExec(() -> ended(session, now, outcome));
            }
        });
        show("Measuring\u2026");
        job.schedule(PAUSE);
    }

    private void ended(Session session, Segmentation start, Outcome outcome) {
        if (parent.isDisposed()) {
            return;
        }
        job = null;
        boolean again = restart;
        restart = false;
        switch (outcome) {
            case Outcome.Measured(List<SegmentStatistics> statistics) when Optional.of(session).equals(session()) -> {
                shown = statistics;
                shownState = Optional.of(start);
                table.show(shown);
            }
            case Outcome.Measured(_) -> {
                // another session came to the front meanwhile
            }
            case Outcome.Cancelled() ->
                declined = again ? Optional.empty() : Optional.of(session.labelling().current());
            case Outcome.Failed(String reason) -> {
                shownState = Optional.of(start);
                show("Not measured: " + reason);
                return;
            }
        }
        refresh(session());
    }

    private void show(String text) {
        state.setText(text);
        state.setToolTipText(text);
        cancel.setVisible(job != null);
        copy.setEnabled(!shown.isEmpty());
        export.setEnabled(!shown.isEmpty());
    }

    private void stop() {
        if (job != null) {
            job.cancel();
        }
    }

    /** Measures anew after a choice; segments whose numbers are known cost nothing. */
    private void again() {
        shownState = Optional.empty();
        declined = Optional.empty();
        restart = job != null;
        stop();
        later();
    }

    private void export() {
        FileDialog dialog = new FileDialog(parent.getShell(), SWT.SAVE);
        dialog.setText("Save Statistics");
        dialog.setFilterNames(new String[] {"Tables with commas (*.csv)"});
        dialog.setFilterExtensions(new String[] {"*.csv"});
        dialog.setOverwrite(true);
        described.ifPresent(s -> dialog.setFileName(s.name() + ".csv"));
        String chosen = dialog.open();
        if (chosen != null) {
            write(Path.of(chosen.toLowerCase(Locale.ROOT).endsWith(".csv") ? chosen : chosen + ".csv"));
        }
    }

    private void write(Path file) {
        try (AtomicFile target = AtomicFile.create(file)) {
            target.out().write(StatisticsCsv.of(shown).getBytes(StandardCharsets.UTF_8));
            target.commit();
        } catch (IOException e) {
            MessageDialog.openError(parent.getShell(), "Statistics Not Saved", e.getMessage());
        }
    }
}
