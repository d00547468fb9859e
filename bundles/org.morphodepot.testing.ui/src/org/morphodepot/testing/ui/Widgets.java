package org.morphodepot.testing.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Item;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.swt.widgets.Widget;

/** Looks through the widget trees of all shells. UI thread only. */
final class Widgets {

    /** Data key of a widget's id: the one style sheets use, so that one name serves both. */
    static final String ID = "org.eclipse.e4.ui.css.id";

    private Widgets() {
    }

    /** The first fitting visible widget, newest shell first; null when there is none. */
    static <T extends Widget> T find(Display display, Class<T> type, Predicate<T> fits) {
        List<Shell> shells = new ArrayList<>(List.of(display.getShells()));
        for (Shell shell : shells.reversed()) {
            T found = shell.isVisible() ? find(shell, type, fits) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static <T extends Widget> T find(Widget root, Class<T> type, Predicate<T> fits) {
        if (type.isInstance(root) && fits.test(type.cast(root))) {
            return type.cast(root);
        }
        for (Widget child : children(root)) {
            T found = find(child, type, fits);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static List<Widget> children(Widget widget) {
        List<Widget> children = new ArrayList<>();
        switch (widget) {
            case ToolBar bar -> children.addAll(List.of(bar.getItems()));
            case Table table -> children.addAll(List.of(table.getItems()));
            case Tree tree -> children.addAll(List.of(tree.getItems()));
            case TreeItem item -> children.addAll(List.of(item.getItems()));
            case CTabFolder folder -> children.addAll(List.of(folder.getItems()));
            default -> {
                // no items
            }
        }
        if (widget instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                if (child.isVisible() && !(child instanceof Shell)) {
                    children.add(child);
                }
            }
        }
        return children;
    }

    /** What the widget says, without mnemonic and accelerator. */
    static String text(Widget widget) {
        String text = switch (widget) {
            case Button button -> button.getText();
            case Label label -> label.getText();
            case Text field -> field.getText();
            case Shell shell -> shell.getText();
            case Item item -> item.getText();
            default -> "";
        };
        int tab = text.indexOf('\t');
        return (tab < 0 ? text : text.substring(0, tab)).replace("&", "");
    }

    static Rectangle screenBounds(Widget widget) {
        return switch (widget) {
            case Control control -> onScreen(control, new Rectangle(0, 0, control.getSize().x, control.getSize().y));
            case ToolItem item -> onScreen(item.getParent(), item.getBounds());
            case TableItem item -> onScreen(item.getParent(), item.getBounds(0));
            case TreeItem item -> onScreen(item.getParent(), item.getBounds());
            case CTabItem item -> onScreen(item.getParent(), item.getBounds());
            default -> throw new IllegalArgumentException("no place on screen: " + widget);
        };
    }

    private static Rectangle onScreen(Control control, Rectangle inside) {
        Point origin = control.toDisplay(inside.x, inside.y);
        return new Rectangle(origin.x, origin.y, inside.width, inside.height);
    }
}
