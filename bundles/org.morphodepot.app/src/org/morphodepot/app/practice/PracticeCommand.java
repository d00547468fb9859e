package org.morphodepot.app.practice;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;

/** Help &gt; Practice Depot, and the steps that the cheat sheet does for the person. */
public final class PracticeCommand extends AbstractHandler {

    private static final String BE = "org.morphodepot.app.practice.login";
    private static final String ISSUE = "org.morphodepot.app.practice.issue";

    @Override
    public Object execute(ExecutionEvent event) {
        switch (event.getCommand().getId()) {
            case "org.morphodepot.app.practice.be" -> Practice.be(event.getParameter(BE));
            case "org.morphodepot.app.practice.activate" -> Practice.activate(Integer.parseInt(event.getParameter(ISSUE)));
            case "org.morphodepot.app.practice.paint" -> PaintForMe.inFront(Integer.parseInt(event.getParameter(ISSUE)));
            default -> Practice.setUp();
        }
        return null;
    }
}
