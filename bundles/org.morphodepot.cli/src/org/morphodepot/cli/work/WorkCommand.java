package org.morphodepot.cli.work;

import org.morphodepot.cli.Version;

import picocli.CommandLine.Command;

/** {@code work}: the segmenter's loop without a window. */
@Command(name = "work", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        subcommands = {StartCommand.class, CheckpointCommand.class, SubmitCommand.class},
        synopsisSubcommandLabel = "COMMAND", description = {"Works on a task without a window.",
            "The token is read from the variable MORPHODEPOT_TOKEN."})
public final class WorkCommand {
}
