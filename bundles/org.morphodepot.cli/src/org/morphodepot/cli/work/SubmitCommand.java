package org.morphodepot.cli.work;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;

import org.morphodepot.cli.Version;
import org.morphodepot.work.Desk;
import org.morphodepot.work.queue.Entry;
import org.morphodepot.work.queue.Entry.State;
import org.morphodepot.work.start.Assignment;
import org.morphodepot.work.submit.Submit;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code work submit}: sends commits and opens the contribution; what cannot be done now waits for the next time. */
@Command(name = "submit", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = {"Sends what was committed and opens the draft contribution.",
            "What cannot be done now is kept and done by the next 'work submit' or by the workbench."})
final class SubmitCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private DeskOptions options;

    @Parameters(index = "0", paramLabel = "LABELS", description = "The issue-N.seg.nrrd that 'work start' named.")
    private Path labels;

    @Option(names = "--review", description = "Also ask for a review.")
    private boolean review;

    @Option(names = "--comment", paramLabel = "TEXT", description = "Also say this.")
    private String comment = "";

    /** 0 when everything was sent, 1 when something waits. */
    @Override
    public Integer call() throws IOException, InterruptedException {
        Assignment known;
        try (Desk desk = options.open()) {
            known = DeskOptions.assignment(desk, labels);
        }
        try (Desk desk = options.signedIn(known.task().forge())) {
            Assignment assignment = DeskOptions.assignment(desk, labels);
            if (review) {
                Submit.at(desk).askForReview(assignment, comment);
            } else {
                Submit.at(desk).submit(assignment);
                if (!comment.isBlank()) {
                    Submit.at(desk).comment(assignment, comment);
                }
            }
            desk.queue().settle(Duration.ofMinutes(10));
            return report(desk);
        }
    }

    private int report(Desk desk) {
        boolean all = true;
        for (Entry entry : desk.queue().entries()) {
            boolean done = entry.state() == State.DONE;
            all &= done;
            spec.commandLine().getOut().println(entry.words() + ": "
                    + (done ? "done" : entry.trouble().orElse("waits")));
        }
        return all ? 0 : 1;
    }
}
