package org.morphodepot.project.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.morphodepot.depot.Question;
import org.morphodepot.ui.Background;
import org.morphodepot.ui.Ids;
import org.morphodepot.work.Account;
import org.morphodepot.work.Known;
import org.morphodepot.work.search.DepotCard;
import org.morphodepot.work.search.DepotFilter;
import org.morphodepot.work.search.DepotFiles;
import org.morphodepot.work.search.DepotSearch;
import org.morphodepot.work.search.DepotTable;
import org.morphodepot.work.search.Tier;

import jakarta.inject.Inject;

/** The view Search: all depots of the forge, with filters, pictures, a preview of the scan and a table as CSV. */
public final class SearchView {

    private final Director director = Services.director();
    private final Composite parent;
    private final Text text;
    private final Combo tier;
    private final Map<Question, ChoiceButton> choices = new EnumMap<>(Question.class);
    private final Label summary;
    private final TroubleLine trouble;
    private final SearchTable table;
    private final SearchDetails details;
    private final Button preview;
    private final Button web;
    private final Button csv;
    private Optional<DepotSearch> search = Optional.empty();
    private Answer<List<DepotCard>> answer = Answer.none();
    private List<DepotCard> shown = List.of();

    @Inject
    public SearchView(Composite parent) {
        this.parent = parent;
        GridLayoutFactory.fillDefaults().spacing(6, 2).margins(4, 3).applyTo(parent);
        Composite top = row(parent, 3);
        text = Ids.named("search-text", new Text(top, SWT.SEARCH | SWT.ICON_CANCEL));
        text.setMessage("Search depots");
        text.setToolTipText("Shows the depots with this text in name, owner or species; * and ? stand for other characters");
        GridDataFactory.fillDefaults().grab(true, false).hint(120, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(text);
        tier = Ids.named("search-tier", new Combo(top, SWT.READ_ONLY | SWT.DROP_DOWN));
        tier.setItems("All depots", Tier.ARCHIVAL.words(), Tier.PERSONAL.words());
        tier.select(0);
        button(top, "search-refresh", "Refresh", this::ask);
        filters();
        summary = Ids.named("search-summary", new Label(parent, SWT.NONE));
        GridDataFactory.fillDefaults().grab(true, false).indent(4, 0).applyTo(summary);
        trouble = new TroubleLine(parent, "search-trouble", 1);
        Composite middle = row(parent, 2);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(middle);
        table = new SearchTable(middle);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table.control().getParent());
        details = new SearchDetails(middle);
        Composite bottom = row(parent, 3);
        preview = button(bottom, "search-preview", "Preview", this::preview);
        web = button(bottom, "search-web", "Open in Browser", () -> table.selected().ifPresent(card ->
                search.ifPresent(one -> Program.launch(one.account().forge().web() + "/" + card.repo()))));
        csv = button(bottom, "search-csv", "Save as CSV…", this::save);
        text.addListener(SWT.Modify, _ -> fill());
        tier.addListener(SWT.Selection, _ -> fill());
        table.onChosen(this::chosen, this::preview);
        director.follow(parent, this::account);
    }

    /** One button for each question that depots are told apart by; they wrap when the view is narrow. */
    private void filters() {
        Composite row = new Composite(parent, SWT.NONE);
        row.setLayout(new RowLayout());
        GridDataFactory.fillDefaults().grab(true, false).hint(120, SWT.DEFAULT).applyTo(row);
        Map<Question, String> names = new LinkedHashMap<>();
        names.put(Question.MODALITY, "Modality");
        names.put(Question.AREAS, "Anatomy");
        names.put(Question.STAGE, "Stage");
        names.put(Question.SEX, "Sex");
        names.put(Question.CONTRAST, "Contrast Agent");
        names.put(Question.CONTENTS, "Whole or Part");
        names.put(Question.SPECIMEN_SOURCE, "Specimen");
        names.put(Question.IN_IDIGBIO, "In iDigBio");
        names.put(Question.SUBJECT_TYPE, "Subject");
        names.forEach((question, name) -> choices.put(question, new ChoiceButton(row, name, question, this::filtered)));
        row.addListener(SWT.Resize, _ -> parent.layout());
    }

    /** Ticks make the names of the buttons longer. */
    private void filtered() {
        parent.layout(true, true);
        fill();
    }

    private DepotFilter filter() {
        int place = tier.getSelectionIndex();
        DepotFilter filter = DepotFilter.ALL.saying(text.getText())
                .in(place <= 0 ? Optional.empty() : Optional.of(Tier.values()[place - 1]));
        for (Map.Entry<Question, ChoiceButton> one : choices.entrySet()) {
            filter = filter.with(one.getKey(), one.getValue().ticked());
        }
        return filter;
    }

    private static Composite row(Composite parent, int columns) {
        Composite row = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(columns).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        return row;
    }

    private static Button button(Composite parent, String id, String words, Runnable action) {
        Button button = Ids.named(id, new Button(parent, SWT.PUSH));
        button.setText(words);
        button.addListener(SWT.Selection, _ -> action.run());
        return button;
    }

    @Focus
    public void focus() {
        text.setFocus();
    }

    /** Asks when somebody else signed in, not at every news of the chosen depot. */
    private void account() {
        Optional<Account> now = director.account();
        if (!search.map(DepotSearch::account).equals(now)) {
            search = now.map(who -> new DepotSearch(director.desk(), who));
            answer = Answer.none();
            ask();
        }
        fill();
    }

    private void ask() {
        if (search.isEmpty() || answer.asking()) {
            return;
        }
        DepotSearch asked = search.get();
        answer = answer.nowAsking();
        fill();
        Background.quietly("Search depots", asked::ask, known -> answered(asked, answer.is(known)),
                e -> answered(asked, answer.failed(e.getMessage())));
    }

    private void answered(DepotSearch asked, Answer<List<DepotCard>> fresh) {
        if (!parent.isDisposed() && search.equals(Optional.of(asked))) {
            answer = fresh;
            fill();
        }
    }

    private void fill() {
        DepotFilter filter = filter();
        List<DepotCard> all = answer.value().orElse(List.of());
        shown = all.stream().filter(filter::shows).toList();
        table.show(shown);
        trouble.show(trouble());
        summary.setText(summary(all.size()));
        csv.setEnabled(!shown.isEmpty());
        chosen();
    }

    private Optional<String> trouble() {
        Optional<String> age = answer.known().filter(_ -> answer.trouble().isPresent()).map(Known::asOf)
                .map(asOf -> " Shown is what was known " + Ages.ago(asOf) + ".");
        return answer.trouble().map(why -> why + age.orElse(""));
    }

    private String summary(int all) {
        if (search.isEmpty()) {
            return "Sign in to search depots: File > Sign In…";
        }
        if (answer.value().isEmpty()) {
            return answer.asking() ? "Asking…" : "";
        }
        String asking = answer.asking() ? " · asking…" : "";
        if (all == 0) {
            return "There are no depots at " + search.get().account().forge().host() + asking;
        }
        return (shown.isEmpty() ? "No depot fits: remove a filter. " : "")
                + (shown.size() == all ? "" : shown.size() + " of ") + Ages.many(all, "depot") + asking;
    }

    private void chosen() {
        Optional<DepotCard> card = table.selected();
        preview.setEnabled(card.isPresent());
        web.setEnabled(card.isPresent());
        details.show(card, search.map(one -> new DepotFiles(director.desk(), one.account().forge())));
    }

    private void preview() {
        if (search.isEmpty() || table.selected().isEmpty()) {
            return;
        }
        DepotCard card = table.selected().get();
        DepotFiles files = new DepotFiles(director.desk(), search.get().account().forge());
        Background.asked("Preview " + card.repo(), progress -> files.scan(card, progress),
                scan -> Services.run(Names.OPEN_SCAN, Map.of(Names.OPEN_SCAN + ".address", scan.toString(),
                        Names.OPEN_SCAN + ".title", "Preview of " + card.repo())),
                e -> failed("No Preview of " + card.repo(), e));
    }

    private void save() {
        FileDialog dialog = new FileDialog(parent.getShell(), SWT.SAVE);
        dialog.setFileName("depots.csv");
        dialog.setFilterExtensions(new String[] {"*.csv"});
        dialog.setOverwrite(true);
        String file = dialog.open();
        if (file != null && search.isPresent()) {
            DepotTable written = new DepotTable(search.get().account().forge());
            List<DepotCard> cards = shown;
            Background.asked("Save depots", _ -> {
                written.write(cards, Path.of(file));
                return file;
            }, _ -> { }, e -> failed("Not Saved", e));
        }
    }

    private void failed(String title, IOException failure) {
        if (!parent.isDisposed()) {
            MessageDialog.openError(parent.getShell(), title, failure.getMessage());
        }
    }
}
