package org.morphodepot.tasks.ui.account;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.Scope;
import org.morphodepot.github.Secret;
import org.morphodepot.ui.Ids;

/** First page of the sign-in: where, and how. */
final class SignInChoice {

    private final Composite page;
    private final Combo host;
    private final Button browser;
    private final Button byToken;
    private final Text token;
    private final Link newToken;

    SignInChoice(Composite parent, Set<String> hosts, Runnable changed) {
        page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(16, 12).spacing(10, 8).applyTo(page);
        label("&Server:", 1);
        host = Ids.named("sign-in-host", new Combo(page, SWT.DROP_DOWN));
        host.setItems(hosts.toArray(String[]::new));
        host.select(0);
        host.setToolTipText("github.com, or the address of a GitHub Enterprise server or of a practice forge");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(host);
        browser = wide(Ids.named("sign-in-browser", new Button(page, SWT.RADIO)), 0);
        browser.setText("In the &browser: allow it on a page, no password is typed here");
        byToken = wide(Ids.named("sign-in-by-token", new Button(page, SWT.RADIO)), 0);
        byToken.setText("With a &token");
        token = wide(Ids.named("sign-in-token", new Text(page, SWT.BORDER | SWT.PASSWORD)), 24);
        token.setMessage("Paste a classic personal access token");
        newToken = wide(new Link(page, SWT.NONE), 24);
        newToken.setText("<a>Make a token</a> with the rights repo, workflow, read:org and user:email");
        newToken.addListener(SWT.Selection, e -> openTokenPage());
        rights();
        browser.setSelection(true);
        byToken.addListener(SWT.Selection, e -> update(changed));
        browser.addListener(SWT.Selection, e -> update(changed));
        host.addListener(SWT.Modify, e -> update(changed));
        token.addListener(SWT.Modify, e -> changed.run());
        preferToken();
        update(() -> { });
    }

    private <T extends org.eclipse.swt.widgets.Control> T wide(T control, int indent) {
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).indent(indent, 0).applyTo(control);
        return control;
    }

    private Label label(String text, int columns) {
        Label label = new Label(page, SWT.WRAP);
        label.setText(text);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).span(columns, 1)
                .hint(columns == 1 ? SWT.DEFAULT : 460, SWT.DEFAULT).applyTo(label);
        return label;
    }

    private void rights() {
        label("", 2);
        String list = BrowserSignIn.SCOPES.stream().map(Scope::meaning).map(text -> "  \u2022 " + text)
                .collect(Collectors.joining("\n"));
        label("This allows the workbench to\n" + list, 2);
    }

    /** Where sign-in in the browser cannot work, the other way is chosen at first. */
    private void preferToken() {
        boolean known = parsed().flatMap(ClientIds::of).isPresent();
        browser.setSelection(known);
        byToken.setSelection(!known);
    }

    private void update(Runnable changed) {
        token.setEnabled(byToken.getSelection());
        newToken.setEnabled(byToken.getSelection());
        changed.run();
    }

    private Optional<ForgeAddress> parsed() {
        try {
            return Optional.of(forge());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void openTokenPage() {
        parsed().ifPresent(forge -> Program.launch(forge.web() + "/settings/tokens/new?description=MorphoDepot%20Workbench"
                + "&scopes=repo,workflow,read:org,user:email"));
    }

    Composite control() {
        return page;
    }

    boolean isComplete() {
        return !host.getText().isBlank() && (browser.getSelection() || !token.getText().isBlank());
    }

    /** Throws {@link IllegalArgumentException} with a sentence for people. */
    ForgeAddress forge() {
        return ForgeAddress.of(host.getText());
    }

    /** What was pasted; empty for sign-in in the browser. Throws as {@link #forge}. */
    Optional<Secret> token() {
        return byToken.getSelection() ? Optional.of(Secret.of(token.getText())) : Optional.empty();
    }
}
