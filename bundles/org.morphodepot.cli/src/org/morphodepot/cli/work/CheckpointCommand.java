package org.morphodepot.cli.work;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.morphodepot.cli.Version;
import org.morphodepot.label.Segmentation;
import org.morphodepot.work.Desk;
import org.morphodepot.work.SavedLabels;
import org.morphodepot.work.checkpoint.Checkpoint;
import org.morphodepot.work.checkpoint.Summary;
import org.morphodepot.work.start.Assignment;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code work checkpoint}: commits a labels file as it is. Needs no network. */
@Command(name = "checkpoint", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = "Commits the labels file of a task as it is, with what changed. Needs no network.")
final class CheckpointCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private DeskOptions options;

    @Parameters(index = "0", paramLabel = "LABELS", description = "The issue-N.seg.nrrd that 'work start' named.")
    private Path labels;

    @Override
    public Integer call() throws IOException {
        try (Desk desk = options.open()) {
            Assignment assignment = DeskOptions.assignment(desk, labels);
            Segmentation now = SavedLabels.read(desk.volumes(), assignment.labels(), Optional.empty(), DeskOptions.QUIET);
            Optional<Summary> summary = Checkpoint.of(desk, assignment, now, DeskOptions.QUIET);
            spec.commandLine().getOut().println(summary.map(Summary::title).orElse("Nothing new"));
            summary.flatMap(Summary::warning).ifPresent(spec.commandLine().getErr()::println);
        }
        return 0;
    }
}
