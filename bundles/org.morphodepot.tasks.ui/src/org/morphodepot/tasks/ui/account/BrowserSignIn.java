package org.morphodepot.tasks.ui.account;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.swt.widgets.Display;
import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.GitHubException;
import org.morphodepot.github.Scope;
import org.morphodepot.github.Secret;
import org.morphodepot.github.client.DeviceCode;
import org.morphodepot.github.client.DeviceFlow;
import org.morphodepot.volume.Progress;
import org.morphodepot.work.Account;
import org.morphodepot.work.Desk;
import org.morphodepot.work.WorkException;

/** Sign-in in the browser from the first question to the kept account. Blocks; told to stop by the progress. */
record BrowserSignIn(Desk desk, ForgeAddress forge, String clientId) {

    /** What the workflow needs; the dialog says so in words. */
    static final List<Scope> SCOPES = List.of(Scope.REPO, Scope.WORKFLOW, Scope.READ_ORG, Scope.USER_EMAIL);

    /** @param show gets the code that the person types, on the UI thread */
    Account run(Display display, Consumer<DeviceCode> show, Progress progress) throws WorkException {
        DeviceFlow flow = desk.accounts().deviceFlow(forge, clientId);
        try {
            DeviceCode code = flow.begin(SCOPES);
            display.asyncExec(() -> show.accept(code));
            Secret token = flow.await(code, progress::cancelled);
            return desk.accounts().add(forge, token, progress::cancelled);
        } catch (GitHubException e) {
            throw WorkException.of(e);
        }
    }
}
