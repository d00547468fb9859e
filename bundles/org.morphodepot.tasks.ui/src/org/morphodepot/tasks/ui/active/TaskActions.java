package org.morphodepot.tasks.ui.active;

import java.util.List;
import java.util.Optional;

import org.eclipse.swt.widgets.Shell;
import org.morphodepot.tasks.ui.Failures;
import org.morphodepot.tasks.ui.Notices;
import org.morphodepot.tasks.ui.Services;
import org.morphodepot.ui.Background;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.volume.Progress;
import org.morphodepot.work.Desk;
import org.morphodepot.work.Place;
import org.morphodepot.work.WorkException;
import org.morphodepot.work.start.Assignment;
import org.morphodepot.work.submit.Submit;

/**
 * What one can do with the active task. Everything is saved first; what needs the network waits in the queue and is done once.
 * UI thread.
 */
public enum TaskActions {
    /** Shows the work to the director as a draft. */
    SUBMIT {
        @Override
        void run(Shell shell, TaskActivation activation, Assignment assignment) {
            inBackground("Submit", activation, assignment, submit -> submit.submit(assignment),
                    "Your work is on its way as a draft. Ask for Review when you are done.");
        }
    },
    /** Says that it is ready. */
    ASK_FOR_REVIEW {
        @Override
        void run(Shell shell, TaskActivation activation, Assignment assignment) {
            List<String> missing = TaskNotes.inThisWorkspace().painted(assignment.task(), assignment.account().login())
                    .map(Painted::missing).orElse(List.of());
            String warning = missing.isEmpty() ? "" : "At the last save there was nothing of: " + String.join(", ", missing)
                    + ".\n\n";
            TextDialog.ask(shell, "Ask for Review", warning + "Your work is sent and marked as ready. A word to the director,"
                    + " if you like:",
                    "Ask for Review", false).ifPresent(said -> inBackground("Ask for review",
                            activation, assignment, submit -> submit.askForReview(assignment, said.text()),
                            "The director is asked to look at your work."));
        }
    },
    /** Asks the director something. */
    QUESTION {
        @Override
        void run(Shell shell, TaskActivation activation, Assignment assignment) {
            Optional<Session> session = activation.session();
            TextDialog.ask(shell, "Ask a Question", "The question is written where your task is discussed:", "Send", true,
                    session.isPresent() ? Optional.of("Name the &place of the crosshair") : Optional.empty())
                    .ifPresent(said -> {
                        String text = said.ticked() ? Places.here(session.orElseThrow()).into(said.text()) : said.text();
                        inBackground("Ask a question", activation, assignment, submit -> submit.comment(assignment, text),
                                "Your question is on its way.");
                    });
        }
    },
    /** Says something about the place at the crosshair. */
    COMMENT_HERE {
        @Override
        void run(Shell shell, TaskActivation activation, Assignment assignment) {
            Optional<Place> here = activation.session().map(Places::here);
            if (here.isEmpty()) {
                Notices.show(activation.title().orElse(""), "Open the slices of the task and put the crosshair on the place.");
                return;
            }
            Place place = here.get();
            TextDialog.ask(shell, "Comment on This Place", "About " + Places.words(place)
                    + place.position().map(mm -> " (" + mm + ")").orElse("") + ":", "Send", true)
                    .ifPresent(said -> inBackground("Comment", activation, assignment,
                            submit -> submit.comment(assignment, place.into(said.text())), "Your comment is on its way."));
        }
    },
    /** The slices at the next place that a reviewer spoke of. */
    NEXT_COMMENT {
        @Override
        void run(Shell shell, TaskActivation activation, Assignment assignment) {
            Services.get(CommentWalk.class).step(1);
        }
    },
    PREVIOUS_COMMENT {
        @Override
        void run(Shell shell, TaskActivation activation, Assignment assignment) {
            Services.get(CommentWalk.class).step(-1);
        }
    },
    /** Gives the task back. */
    HAND_BACK {
        @Override
        void run(Shell shell, TaskActivation activation, Assignment assignment) {
            TextDialog.ask(shell, "Hand Back " + activation.title().orElse(""), "What you did is sent and kept, and your draft is"
                    + " closed. The director reads why; the task stays in your name until the director gives it to somebody"
                    + " else.\n\nWhy do you hand it back?", "Hand Back", true).ifPresent(said -> {
                        inBackground("Hand back", activation, assignment,
                                submit -> {
                                    submit.handBack(assignment, said.text());
                                    TaskEditors.later(activation::deactivate);
                                }, "The director is told that you hand it back.");
                    });
        }
    },
    /** Ends work on it for now. */
    DEACTIVATE {
        @Override
        void run(Shell shell, TaskActivation activation, Assignment assignment) {
            activation.deactivate();
        }
    };

    abstract void run(Shell shell, TaskActivation activation, Assignment assignment);

    /** Does it with the active task; nothing happens when there is none. */
    public void run(Shell shell) {
        TaskActivation activation = Services.get(TaskActivation.class);
        activation.assignment().ifPresent(assignment -> run(shell, activation, assignment));
    }

    /** What goes into the queue. */
    @FunctionalInterface
    private interface Wish {
        void enter(Submit submit) throws WorkException;
    }

    private static void inBackground(String name, TaskActivation activation, Assignment assignment, Wish wish, String news) {
        Checkpoints checkpoints = Services.get(Checkpoints.class);
        Desk desk = Services.get(Desk.class);
        Optional<Session> session = activation.session();
        String task = TaskNames.of(desk, assignment.task());
        Background.asked(name + ": " + task, progress -> {
            saveFirst(checkpoints, session, assignment, progress);
            wish.enter(Submit.at(desk));
            return desk.queue().offline();
        }, offline -> Notices.show(task,
                offline ? news + " It is sent as soon as the network is back." : news), Failures.telling(name));
    }

    private static void saveFirst(Checkpoints checkpoints, Optional<Session> session, Assignment assignment,
            Progress progress) throws WorkException {
        if (session.isPresent()) {
            checkpoints.now(session.get(), assignment, progress);
        }
    }
}
