package org.morphodepot.tasks.ui.active;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.RepoName;
import org.morphodepot.tasks.ui.Services;
import org.morphodepot.work.TaskRef;

/** Activates the task whose issue has a certain address. */
public final class ActivateTask extends AbstractHandler {

    /** Parameter: such as {@code https://github.com/owner/name/issues/12}. */
    private static final String TASK = "org.morphodepot.tasks.activate.task";
    private static final Pattern ISSUE = Pattern.compile("(https?://[^/]+)/([^/]+/[^/]+)/issues/(\\d{1,9})");

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        String address = event.getParameter(TASK);
        TaskRef task = task(address).orElseThrow(() -> new ExecutionException("not the address of an issue: " + address));
        Services.get(TaskActivation.class).activate(task);
        return null;
    }

    /** The task of an address; empty when it is not one of an issue. */
    public static Optional<TaskRef> task(String address) {
        Matcher m = ISSUE.matcher(address);
        if (!m.matches()) {
            return Optional.empty();
        }
        return RepoName.parse(m.group(2)).filter(_ -> Integer.parseInt(m.group(3)) > 0).map(depot -> new TaskRef(
                ForgeAddress.of(URI.create(m.group(1)).toString()), depot, Integer.parseInt(m.group(3))));
    }
}
