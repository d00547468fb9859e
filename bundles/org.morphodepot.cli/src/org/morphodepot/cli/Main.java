package org.morphodepot.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

import org.morphodepot.cli.bench.BenchCommand;
import org.morphodepot.cli.work.WorkCommand;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.VoxelSize;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/**
 * Entry of the command line. Exit codes: 0 done, 1 failed, 2 wrong use. Results go to standard output, errors to
 * standard error in one line.
 */
@Command(name = "morphodepot", mixinStandardHelpOptions = true, versionProvider = Version.class,
        subcommands = {InfoCommand.class, ConvertCommand.class, PhantomCommand.class, BenchCommand.class,
            MergeCommand.class, LabelsCommand.class, CopyCommand.class, SyncCommand.class, LsCommand.class, DuCommand.class,
            PracticeServe.class, WorkCommand.class},
        synopsisSubcommandLabel = "COMMAND", commandListHeading = "%nCommands:%n", sortOptions = false,
        description = {"Looks at scans and segmentations and converts them, without a window.", ""},
        footer = {"", "Without a command the workbench opens; 'open ADDRESS' opens it with a scan.",
                "An ADDRESS is a file, a folder, https://... or s3://bucket/key.",
                "Exit codes: 0 done, 1 failed, 2 wrong use."})
public final class Main {

    @Option(names = "--debug", scope = ScopeType.INHERIT,
            description = "Also print where in the program an error happened.")
    private boolean debug;

    /** Runs the command and ends the virtual machine with its exit code. */
    public static void main(String[] args) {
        PrintWriter out = writer(FileDescriptor.out);
        PrintWriter err = writer(FileDescriptor.err);
        int code = run(args, out, err);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /**
     * Runs the command and gives its exit code. Blocks. Finds readers and writers on the class path, so not in
     * OSGi.
     */
    public static int run(String[] args, PrintWriter out, PrintWriter err) {
        Main main = new Main();
        CommandLine commands = new CommandLine(main);
        commands.setOut(out).setErr(err);
        commands.registerConverter(Address.class, Arguments::address);
        commands.registerConverter(VoxelSize.class, Arguments::size);
        commands.setUsageHelpLongOptionsMaxWidth(24).setExpandAtFiles(false).setAbbreviatedOptionsAllowed(false);
        commands.setParameterExceptionHandler((e, a) -> wrongUse(e));
        commands.setExecutionExceptionHandler((e, command, result) -> main.failed(e, command));
        commands.setExecutionStrategy(Main::execute);
        try {
            return commands.execute(args);
        } catch (OutOfMemoryError | StackOverflowError | LinkageError e) {
            return main.failed(e, commands);
        }
    }

    private static PrintWriter writer(FileDescriptor file) {
        return new PrintWriter(new FileOutputStream(file), true, StandardCharsets.UTF_8);
    }

    private static int execute(ParseResult result) {
        if (!result.hasSubcommand() && !result.isUsageHelpRequested() && !result.isVersionHelpRequested()) {
            throw new ParameterException(result.commandSpec().commandLine(), "Missing command");
        }
        return new CommandLine.RunLast().execute(result);
    }

    private static int wrongUse(ParameterException e) {
        CommandLine command = e.getCommandLine();
        String name = command.getCommandSpec().qualifiedName(" ");
        command.getErr().println(Failure.line(e.getMessage()) + " (see " + name + " --help)");
        command.getErr().flush();
        return ExitCode.USAGE;
    }

    private int failed(Throwable e, CommandLine command) {
        if (e instanceof ParameterException wrong) {
            return wrongUse(wrong);
        }
        PrintWriter err = command.getErr();
        err.println(Failure.describe(e));
        if (debug) {
            e.printStackTrace(err);
        }
        err.flush();
        return ExitCode.SOFTWARE;
    }
}
