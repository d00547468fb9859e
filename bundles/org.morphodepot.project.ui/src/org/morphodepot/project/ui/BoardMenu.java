package org.morphodepot.project.ui;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.morphodepot.github.PullRequest;
import org.morphodepot.work.project.Rights;
import org.morphodepot.work.tasks.Task;

/** What can be done with the selected tasks of a board. */
final class BoardMenu {

    private final BoardTable table;
    private final Director director;

    BoardMenu(BoardTable table, Director director) {
        this.table = table;
        this.director = director;
    }

    void attach() {
        Table control = table.control();
        Menu menu = new Menu(control);
        menu.addListener(SWT.Show, _ -> fill(menu));
        control.setMenu(menu);
    }

    private void fill(Menu menu) {
        for (MenuItem old : menu.getItems()) {
            old.dispose();
        }
        List<Task> tasks = table.selected();
        Optional<PullRequest> pull = tasks.size() == 1 ? tasks.getFirst().contribution() : Optional.empty();
        item(menu, "Look at the Contribution", pull.isPresent(), () -> OpenReview.start(director, pull.orElseThrow()));
        item(menu, "Open on GitHub", !tasks.isEmpty(), () -> tasks.stream().limit(5).forEach(t -> Program.launch(t.url())));
        item(menu, "Open Contribution on GitHub", pull.isPresent(), () -> Program.launch(pull.orElseThrow().url()));
        item(menu, "Copy Link", !tasks.isEmpty(), () -> copy(tasks));
        give(menu, tasks.stream().filter(task -> !task.state().isOver()).toList());
    }

    /** Who may not assign people sees why in the menu. */
    private void give(Menu menu, List<Task> tasks) {
        Optional<String> why = director.rights().flatMap(Rights::assign);
        MenuItem give = new MenuItem(menu, SWT.CASCADE);
        give.setText("Give To");
        give.setEnabled(!tasks.isEmpty());
        Menu people = new Menu(menu);
        give.setMenu(people);
        if (why.isPresent()) {
            item(people, why.get(), false, () -> { });
            return;
        }
        item(people, "Nobody", true, () -> give(tasks, Optional.empty()));
        director.people().forEach(person -> item(people, person.login(), true, () -> give(tasks, Optional.of(person.login()))));
    }

    private void give(List<Task> tasks, Optional<String> login) {
        tasks.forEach(task -> director.give(task, login, why -> MessageDialog.openError(table.control().getShell(),
                "Not Given", why)));
    }

    private static void item(Menu menu, String text, boolean enabled, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.setEnabled(enabled);
        item.addListener(SWT.Selection, _ -> action.run());
    }

    private void copy(List<Task> tasks) {
        Clipboard clipboard = new Clipboard(table.control().getDisplay());
        clipboard.setContents(new Object[] {tasks.stream().map(Task::url).collect(Collectors.joining("\n"))},
                new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
    }
}
