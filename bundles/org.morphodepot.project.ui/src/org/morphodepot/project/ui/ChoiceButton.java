package org.morphodepot.project.ui;

import java.util.LinkedHashSet;
import java.util.Set;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.morphodepot.depot.Question;
import org.morphodepot.ui.Ids;

/** A button with a menu of the answers to one question, any number of which can be ticked. */
final class ChoiceButton {

    private final String name;
    private final Button button;
    private final Set<String> ticked = new LinkedHashSet<>();

    ChoiceButton(Composite parent, String name, Question question, Runnable changed) {
        this.name = name;
        button = Ids.named("search-" + question.key(), new Button(parent, SWT.PUSH));
        button.setToolTipText("Shows depots with one of the ticked answers, and those that do not tell");
        Menu menu = new Menu(button);
        for (String choice : question.choices()) {
            MenuItem item = new MenuItem(menu, SWT.CHECK);
            item.setText(choice.replace("limg", "limb"));
            item.addListener(SWT.Selection, _ -> {
                if (item.getSelection()) {
                    ticked.add(choice);
                } else {
                    ticked.remove(choice);
                }
                tell();
                changed.run();
            });
        }
        button.addListener(SWT.Selection, _ -> {
            Point below = button.toDisplay(0, button.getSize().y);
            menu.setLocation(below);
            menu.setVisible(true);
        });
        button.addDisposeListener(_ -> menu.dispose());
        tell();
    }

    private void tell() {
        button.setText(name + (ticked.isEmpty() ? "" : " (" + ticked.size() + ")") + " ▾");
        button.getParent().layout();
    }

    Set<String> ticked() {
        return Set.copyOf(ticked);
    }
}
