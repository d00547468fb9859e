package org.morphodepot.cli.bench;

import org.morphodepot.cli.Version;

import picocli.CommandLine.Command;

/** {@code bench}: groups the measurements. */
@Command(name = "bench", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        synopsisSubcommandLabel = "COMMAND", commandListHeading = "%nCommands:%n",
        subcommands = {LoadCommand.class, ViewCommand.class, PaintCommand.class, DiffCommand.class,
            SegCommand.class},
        description = "Measures how fast this computer and connection load, show and paint.")
public final class BenchCommand {
}
