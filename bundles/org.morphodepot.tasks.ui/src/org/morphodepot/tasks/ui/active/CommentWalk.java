package org.morphodepot.tasks.ui.active;

import java.util.List;
import java.util.Optional;

import org.morphodepot.tasks.ui.Failures;
import org.morphodepot.tasks.ui.Notices;
import org.morphodepot.ui.Background;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.work.Account;
import org.morphodepot.work.Desk;
import org.morphodepot.work.Place;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.submit.Requested;
import org.morphodepot.work.submit.Submit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Walks through the places that reviewers of the active task spoke of: after the last comes the first. Knows what the Task editor
 * was told; asks the forge where no editor did. UI thread.
 */
@Component(service = CommentWalk.class)
public final class CommentWalk {

    private static final String NAME = "Go to a comment";

    private final Desk desk;
    private final TaskActivation activation;
    private Optional<TaskRef> task = Optional.empty();
    private List<Requested> placed = List.of();
    private int current = -1;

    @Activate
    public CommentWalk(@Reference Desk desk, @Reference TaskActivation activation) {
        this.desk = desk;
        this.activation = activation;
    }

    /** What reviewers of a task ask for, as the forge told just now. */
    public void know(TaskRef of, List<Requested> requested) {
        Optional<Requested> before = task.filter(of::equals).isPresent() && current >= 0 ? Optional.of(placed.get(current))
                : Optional.empty();
        task = Optional.of(of);
        placed = requested.stream().filter(one -> one.place().isPresent()).toList();
        current = before.map(placed::indexOf).orElse(-1);
    }

    /** Goes on, or back for -1; nothing happens without an active task. */
    void step(int by) {
        Optional<Account> account = desk.accounts().active();
        activation.active().ifPresent(active -> {
            if (task.filter(active::equals).isPresent()) {
                go(by);
            } else {
                account.ifPresent(me -> Background.asked(NAME, progress -> Submit.at(desk).requestedChanges(me, active, progress),
                        requested -> {
                            know(active, requested);
                            go(by);
                        }, Failures.telling(NAME)));
            }
        });
    }

    private void go(int by) {
        if (placed.isEmpty()) {
            Notices.show(activation.title().orElse(""), "No comment names a place.");
            return;
        }
        current = current < 0 ? by > 0 ? 0 : placed.size() - 1 : Math.floorMod(current + by, placed.size());
        Requested one = placed.get(current);
        show(one.place().orElseThrow());
        Notices.show("Comment " + (current + 1) + " of " + placed.size() + " \u00b7 " + one.author(),
                one.text().isEmpty() ? "Look here." : one.text());
    }

    /** The slices of the active task at a place, in front; whether there are any. */
    public boolean show(Place place) {
        Optional<Session> session = activation.session();
        session.ifPresent(shown -> {
            Places.show(shown, place);
            activation.bringUp();
        });
        return session.isPresent();
    }
}
