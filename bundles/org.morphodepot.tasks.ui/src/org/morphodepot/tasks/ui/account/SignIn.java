package org.morphodepot.tasks.ui.account;

import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.morphodepot.github.ForgeAddress;
import org.morphodepot.tasks.ui.Services;
import org.morphodepot.work.Desk;

/** File &gt; Sign In…; the optional parameter names the server. */
public final class SignIn extends AbstractHandler {

    private static final String SERVER = "org.morphodepot.tasks.signIn.server";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Optional<ForgeAddress> forge = Optional.ofNullable(event.getParameter(SERVER)).map(ForgeAddress::of);
        new SignInDialog(HandlerUtil.getActiveShellChecked(event), Services.get(Desk.class), forge).open();
        return null;
    }
}
