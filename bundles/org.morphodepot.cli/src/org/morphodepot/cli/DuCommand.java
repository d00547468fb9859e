package org.morphodepot.cli;

import java.io.IOException;
import java.util.concurrent.Callable;

import org.morphodepot.transfer.Listing;
import org.morphodepot.volume.Volumes;

import com.google.gson.JsonObject;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code du}: how much there is. */
@Command(name = "du", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = "Counts files and bytes in a folder and all below it.")
final class DuCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ADDRESS", description = "A folder, file or s3:// address; * and ** stand for any name.")
    private String address;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Listing.Usage usage = Listing.usage(LsCommand.source(spec, address), Volumes.fromClassPath());
        if (json) {
            JsonObject object = new JsonObject();
            object.addProperty("files", usage.files());
            object.addProperty("bytes", usage.bytes());
            spec.commandLine().getOut().println(object);
        } else {
            spec.commandLine().getOut().println(usage.files() + " files, " + ByteCount.of(usage.bytes()) + " (" + usage.bytes()
                    + " bytes)");
        }
        return 0;
    }
}
