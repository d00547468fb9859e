package org.morphodepot.project.ui;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;

/** Goes to the next or the previous difference of the contribution in front. */
public final class DifferenceCommand extends AbstractHandler implements IExecutableExtension {

    private int steps = 1;

    @Override
    public void setInitializationData(IConfigurationElement element, String property, Object data) {
        steps = "previous".equals(data) ? -1 : 1;
    }

    @Override
    public Object execute(ExecutionEvent event) {
        go(steps);
        return null;
    }

    /** Goes on by some differences; nothing happens when no contribution is in front. */
    static void go(int steps) {
        OpenReviews reviews = Services.openReviews();
        reviews.front().ifPresent(review -> {
            review.go(steps, reviews.session());
            reviews.tell();
        });
    }
}
