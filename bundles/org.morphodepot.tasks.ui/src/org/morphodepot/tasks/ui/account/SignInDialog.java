package org.morphodepot.tasks.ui.account;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.Secret;
import org.morphodepot.ui.Background;
import org.morphodepot.ui.Ids;
import org.morphodepot.work.Account;
import org.morphodepot.work.Desk;

/** Signs somebody in: in the browser by a code, or by a token. Stays open until it worked or the person cancels. */
public final class SignInDialog extends TitleAreaDialog {

    private final Desk desk;
    private final Optional<ForgeAddress> wanted;
    private final StackLayout pages = new StackLayout();
    private Composite stack;
    private SignInChoice choice;
    private DeviceCodePage waiting;
    private Job job;

    /** @param forge to begin with; empty for the last one used */
    public SignInDialog(Shell parent, Desk desk, Optional<ForgeAddress> forge) {
        super(parent);
        this.desk = desk;
        wanted = forge;
        setHelpAvailable(false);
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("Sign In");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        setTitle("Sign in to GitHub");
        explain();
        stack = new Composite(area, SWT.NONE);
        stack.setLayout(pages);
        GridDataFactory.fillDefaults().grab(true, true).hint(520, 330).applyTo(stack);
        choice = new SignInChoice(stack, hosts(), this::ready);
        waiting = new DeviceCodePage(stack);
        pages.topControl = choice.control();
        return area;
    }

    private void explain() {
        setErrorMessage(null);
        setMessage("Your work goes to the depot under this account. The sign-in is kept in this workspace's keyring.");
    }

    /** Servers that were used before, the wanted one first. */
    private Set<String> hosts() {
        Set<String> hosts = new LinkedHashSet<>();
        wanted.ifPresent(forge -> hosts.add(typed(forge)));
        desk.accounts().all().forEach(account -> hosts.add(typed(account.forge())));
        hosts.add("github.com");
        return hosts;
    }

    private static String typed(ForgeAddress forge) {
        return forge.web().getScheme().equals("https") ? forge.host() : forge.web().toString();
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        Ids.named("sign-in", createButton(parent, IDialogConstants.OK_ID, "Sign In", true));
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        ready();
    }

    /** Whether there is enough to begin with. */
    private void ready() {
        if (getButton(IDialogConstants.OK_ID) != null) {
            getButton(IDialogConstants.OK_ID).setEnabled(choice.isComplete());
            explain();
        }
    }

    @Override
    protected void okPressed() {
        ForgeAddress forge;
        Optional<Secret> token;
        try {
            forge = choice.forge();
            token = choice.token();
        } catch (IllegalArgumentException e) {
            setErrorMessage(e.getMessage());
            return;
        }
        if (token.isPresent()) {
            byToken(forge, token.get());
        } else {
            inBrowser(forge);
        }
    }

    private void byToken(ForgeAddress forge, Secret token) {
        begin("Checking the token with " + forge.host() + "\u2026");
        job = Background.asked("Sign in to " + forge.host(),
                progress -> desk.accounts().add(forge, token, progress::cancelled), this::signedIn, this::failed);
    }

    private void inBrowser(ForgeAddress forge) {
        Optional<String> client = ClientIds.of(forge);
        if (client.isEmpty()) {
            setErrorMessage("This program has no client id for " + forge.host()
                    + ". Sign in with a token, or enter one in Preferences > Accounts.");
            return;
        }
        begin("Asking " + forge.host() + " for a code\u2026");
        Display display = getShell().getDisplay();
        BrowserSignIn signIn = new BrowserSignIn(desk, forge, client.get());
        job = Background.asked("Sign in to " + forge.host(), progress -> signIn.run(display, code -> {
            if (getShell() != null && !getShell().isDisposed()) {
                waiting.show(code);
                show(waiting.control());
                setMessage("Type the code on the page of " + forge.host() + ", then come back here.");
            }
        }, progress), this::signedIn, this::failed);
    }

    private void begin(String message) {
        setErrorMessage(null);
        setMessage(message, IMessageProvider.INFORMATION);
        getButton(IDialogConstants.OK_ID).setEnabled(false);
    }

    private void signedIn(Account account) {
        job = null;
        if (getShell() != null && !getShell().isDisposed()) {
            setReturnCode(OK);
            close();
        }
    }

    private void failed(IOException failure) {
        job = null;
        if (getShell() == null || getShell().isDisposed()) {
            return;
        }
        show(choice.control());
        ready();
        setErrorMessage(failure.getMessage());
    }

    private void show(Composite page) {
        pages.topControl = page;
        stack.layout();
    }

    @Override
    public boolean close() {
        if (job != null) {
            job.cancel();
        }
        return super.close();
    }
}
