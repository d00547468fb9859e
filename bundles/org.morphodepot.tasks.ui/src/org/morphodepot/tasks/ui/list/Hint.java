package org.morphodepot.tasks.ui.list;

import java.util.Map;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;
import org.morphodepot.ui.Ids;

/** What to do when there is nothing to show: a sentence and links. UI thread only. */
final class Hint {

    private final Composite box;
    private final Link link;
    private Map<String, Runnable> actions = Map.of();

    Hint(Composite parent, int margin) {
        box = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(margin, margin).applyTo(box);
        link = Ids.named("tasks-hint", new Link(box, SWT.WRAP));
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.BEGINNING).hint(120, SWT.DEFAULT).applyTo(link);
        link.addListener(SWT.Selection, e -> actions.getOrDefault(e.text, () -> { }).run());
    }

    Composite control() {
        return box;
    }

    /** @param words with links such as {@code <a href="retry">Try again</a>}, by their references in {@code what} */
    void say(String words, Map<String, Runnable> what) {
        actions = what;
        if (!link.getText().equals(words)) {
            link.setText(words);
            box.layout();
        }
    }

    /** Text that is no link. */
    static String plain(String text) {
        return text.replace("&", "&&").replace("<", "\u2039").replace(">", "\u203a");
    }
}
