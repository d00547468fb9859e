package org.morphodepot.cli.work;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;

import org.morphodepot.cli.Version;
import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.RepoName;
import org.morphodepot.work.Desk;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.start.Assignment;
import org.morphodepot.work.start.StartWork;

import com.google.gson.JsonObject;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code work start}: fork, clone, branch, scan and labels of a task. */
@Command(name = "start", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = "Starts a task, or goes on with one: fork, clone, branch, scan and labels.")
final class StartCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private DeskOptions options;

    @Parameters(index = "0", paramLabel = "TASK", description = "owner/name#number")
    private String task;

    @Option(names = "--forge", paramLabel = "ADDRESS", description = "https://github.com when not given.")
    private String forge = "https://github.com";

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        TaskRef wanted = task();
        try (Desk desk = options.signedIn(wanted.forge())) {
            print(StartWork.on(desk, wanted, DeskOptions.QUIET));
        }
        return 0;
    }

    private TaskRef task() {
        try {
            int hash = task.lastIndexOf('#');
            return new TaskRef(ForgeAddress.of(forge), RepoName.of(task.substring(0, Math.max(hash, 0))),
                    Integer.parseInt(task.substring(hash + 1)));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(),
                    "'" + task + "' at " + forge + " is not a task such as owner/name#12");
        }
    }

    private void print(Assignment assignment) {
        PrintWriter out = spec.commandLine().getOut();
        if (!json) {
            out.println(assignment.labels());
            assignment.notes().forEach(spec.commandLine().getErr()::println);
            return;
        }
        JsonObject facts = new JsonObject();
        facts.addProperty("task", assignment.task().toString());
        facts.addProperty("origin", assignment.origin().toString());
        facts.addProperty("labels", assignment.labels().toString());
        facts.addProperty("scan", assignment.scan().toString());
        assignment.colorTable().ifPresent(table -> facts.addProperty("colorTable", table.toString()));
        out.println(facts);
    }
}
