package org.morphodepot.tasks.ui.account;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.morphodepot.github.ForgeAddress;
import org.morphodepot.tasks.ui.Failures;
import org.morphodepot.ui.Background;
import org.morphodepot.ui.Ids;
import org.morphodepot.work.Account;
import org.morphodepot.work.Accounts;
import org.morphodepot.work.Desk;

/** Shows who works now, and a menu to switch, sign in and sign out. UI thread. */
public final class AccountMenu {

    private final Desk desk;
    private final ToolItem item;
    private final Runnable listener;
    private final Runnable resized;

    /** @param resized called after the words in the bar have changed */
    public AccountMenu(ToolBar bar, Desk desk, Runnable resized) {
        this.desk = desk;
        this.resized = resized;
        new ToolItem(bar, SWT.SEPARATOR);
        item = Ids.named("account", new ToolItem(bar, SWT.DROP_DOWN));
        item.addListener(SWT.Selection, e -> open(bar));
        listener = () -> {
            if (!bar.isDisposed()) {
                bar.getDisplay().asyncExec(this::update);
            }
        };
        desk.accounts().addListener(listener);
        item.addDisposeListener(e -> desk.accounts().removeListener(listener));
        update();
    }

    private void update() {
        if (item.isDisposed()) {
            return;
        }
        Optional<Account> active = desk.accounts().active();
        item.setText(active.map(Account::login).orElse("Sign In\u2026"));
        item.setToolTipText(active.map(account -> "Signed in as " + words(account) + "; click to switch")
                .orElse("Nobody is signed in"));
        resized.run();
    }

    private void open(ToolBar bar) {
        List<Account> all = desk.accounts().all();
        Shell shell = bar.getShell();
        if (all.isEmpty()) {
            new SignInDialog(shell, desk, Optional.empty()).open();
            return;
        }
        Menu menu = new Menu(shell, SWT.POP_UP);
        Optional<Account> active = desk.accounts().active();
        for (Account account : all) {
            MenuItem entry = new MenuItem(menu, SWT.RADIO);
            entry.setText(words(account));
            entry.setSelection(active.filter(account::isSame).isPresent());
            entry.addListener(SWT.Selection, e -> {
                if (entry.getSelection()) {
                    desk.accounts().activate(account);
                }
            });
        }
        new MenuItem(menu, SWT.SEPARATOR);
        add(menu, "Sign In\u2026", () -> new SignInDialog(shell, desk, Optional.empty()).open());
        active.ifPresent(account -> add(menu, "Sign Out " + account.login() + "\u2026", () -> signOut(shell, account)));
        Point below = bar.toDisplay(item.getBounds().x, item.getBounds().y + item.getBounds().height);
        menu.setLocation(below);
        menu.addListener(SWT.Hide, e -> shell.getDisplay().asyncExec(menu::dispose));
        menu.setVisible(true);
    }

    /** Such as {@code ada at github.com}; nobody knows the port of the practice depot by heart. */
    static String words(Account account) {
        return account.login() + (ForgeAddress.isHere(account.forge().web().getHost()) ? " in the practice depot"
                : " at " + account.forge().host());
    }

    private static void add(Menu menu, String text, Runnable action) {
        MenuItem entry = new MenuItem(menu, SWT.PUSH);
        entry.setText(text);
        entry.addListener(SWT.Selection, e -> action.run());
    }

    private void signOut(Shell shell, Account account) {
        Accounts accounts = desk.accounts();
        if (MessageDialog.open(MessageDialog.QUESTION, shell, "Sign Out", "Sign out " + words(account)
                + "? The sign-in is removed from this computer; your work stays.", 0, "Sign Out", "Cancel") == 0) {
            String name = "Sign out " + account;
            Background.asked(name, progress -> {
                accounts.remove(account);
                return account;
            }, _ -> { }, Failures.telling(name));
        }
    }
}
