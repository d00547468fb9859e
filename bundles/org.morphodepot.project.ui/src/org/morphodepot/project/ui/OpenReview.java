package org.morphodepot.project.ui;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Display;
import org.morphodepot.github.PullRequest;
import org.morphodepot.ui.Background;
import org.morphodepot.work.Account;
import org.morphodepot.work.review.Review;

/** Opens a contribution: fetches and compares it in the background, then shows it over the scan. UI thread. */
final class OpenReview {

    private OpenReview() {
    }

    static void start(Director director, PullRequest pull) {
        Account account = director.account().orElse(null);
        if (account == null) {
            Services.run(Names.SIGN_IN, Map.of());
            return;
        }
        Background.asked("Open contribution #" + pull.number(),
                progress -> Review.open(director.desk(), account, pull.repo(), pull.number(), progress), OpenReview::show,
                failure -> failed(pull, failure));
    }

    static void show(Review review) {
        Services.openReviews().add(review);
        String picture = review.picture().toString();
        Map<String, String> parameters = new HashMap<>();
        parameters.put(Names.OPEN_SCAN + ".address", review.scan().map(Object::toString).orElse(picture));
        parameters.put(Names.OPEN_SCAN + ".title", title(review.pull()));
        review.scan().ifPresent(_ -> parameters.put(Names.OPEN_SCAN + ".labels", picture));
        Services.run(Names.OPEN_SCAN, parameters);
        Services.show(Names.DIFFERENCE);
    }

    /** For the tab of the editor: {@code Check the spine (#5), robin}. */
    private static String title(PullRequest pull) {
        return Services.director().title(pull) + " (#" + pull.number() + "), " + Ages.who(pull.author());
    }

    private static void failed(PullRequest pull, IOException failure) {
        MessageDialog.openError(Display.getCurrent().getActiveShell(), "Cannot Open Contribution #" + pull.number(),
                failure.getMessage());
    }
}
