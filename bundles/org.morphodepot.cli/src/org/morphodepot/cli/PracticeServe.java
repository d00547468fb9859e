package org.morphodepot.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.morphodepot.forge.Forge;
import org.morphodepot.forge.PracticeCommand;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code practice}: serves the practice forge on this machine until Ctrl+C. */
@Command(name = "practice", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = "Serves a practice depot on this machine: the whole loop of a class, with no account.")
final class PracticeServe implements Callable<Integer> {

    @Option(names = "--folder", paramLabel = "DIR", description = "Where the depot lives; made when missing.")
    private Path folder = Path.of(System.getProperty("user.home"), ".morphodepot", "practice");

    @Option(names = "--port", paramLabel = "N", description = "0, a free one, when not given.")
    private int port;

    @Option(names = "--json", description = "Print one line of JSON when ready.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Forge forge = PracticeCommand.start(new PracticeCommand.Options(folder, port, json), System.out);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(forge)));
        Thread.currentThread().join();
        return 0;
    }

    private static void close(Forge forge) {
        try {
            forge.close();
        } catch (IOException e) {
            System.err.println(Failure.line(e.getMessage()));
        }
    }
}
