package org.morphodepot.project.ui;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.morphodepot.depot.Question;
import org.morphodepot.ui.Ids;
import org.morphodepot.ui.Sorting;
import org.morphodepot.work.search.DepotCard;

/** Depots as rows; a click on a heading sorts by it, a second one the other way round. UI thread only. */
final class SearchTable {

    private final TableViewer viewer;
    private final TableColumnLayout layout = new TableColumnLayout();

    /** One column: what it says and how it sorts. */
    private record Column(String heading, int weight, Function<DepotCard, String> text, Comparator<DepotCard> order) {

        static Column of(String heading, int weight, Function<DepotCard, String> text) {
            return new Column(heading, weight, text, Comparator.comparing(card -> text.apply(card).toLowerCase(Locale.ROOT)));
        }
    }

    private static final List<Column> COLUMNS = List.of(
            Column.of("Repository", 22, card -> card.repo().toString()),
            Column.of("Species", 17, DepotCard::species),
            Column.of("Modality", 14, card -> card.answer(Question.MODALITY)),
            Column.of("Spacing (mm)", 18, DepotCard::spacing),
            new Column("Dimensions", 18, DepotCard::dimensions, Comparator.comparing(SearchTable::voxels)),
            new Column("Size", 8, SearchTable::size, Comparator.comparing(card -> card.size().orElse(-1))),
            new Column("Active", 10, card -> card.active().map(Ages::ago).orElse(""),
                    Comparator.comparing((DepotCard card) -> card.active().orElse(Instant.MIN)).reversed()));

    SearchTable(Composite parent) {
        Composite box = new Composite(parent, SWT.NONE);
        box.setLayout(layout);
        viewer = new TableViewer(box, SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL);
        Ids.named("search-table", viewer.getTable()).setHeaderVisible(true);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        COLUMNS.forEach(this::add);
    }

    private static double voxels(DepotCard card) {
        return card.accession().scanDimensions()
                .map(all -> all.stream().mapToDouble(Integer::doubleValue).reduce(1, (a, b) -> a * b)).orElse(-1.0);
    }

    /** {@code 1.2 GB}; empty when it is not known. */
    static String size(DepotCard card) {
        if (card.size().isEmpty()) {
            return "";
        }
        double megabytes = card.size().getAsLong() / 1e6;
        return megabytes < 1000 ? String.format(Locale.ROOT, "%.0f MB", Math.max(1, megabytes))
                : String.format(Locale.ROOT, "%.1f GB", megabytes / 1000);
    }

    private void add(Column column) {
        TableViewerColumn made = new TableViewerColumn(viewer, SWT.NONE);
        made.getColumn().setText(column.heading());
        layout.setColumnData(made.getColumn(), new ColumnWeightData(column.weight(), 7 * column.weight()));
        made.setLabelProvider(ColumnLabelProvider.createTextProvider(card -> column.text().apply((DepotCard) card)));
        Sorting.onClick(viewer, made, column.order());
    }

    Table control() {
        return viewer.getTable();
    }

    void onChosen(Runnable chosen, Runnable opened) {
        viewer.addSelectionChangedListener(_ -> chosen.run());
        viewer.addDoubleClickListener(_ -> opened.run());
    }

    void show(List<DepotCard> cards) {
        if (!cards.equals(viewer.getInput())) {
            viewer.setInput(cards);
        }
    }

    Optional<DepotCard> selected() {
        return Optional.ofNullable((DepotCard) viewer.getStructuredSelection().getFirstElement());
    }
}
