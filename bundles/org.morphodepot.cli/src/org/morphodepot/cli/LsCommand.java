package org.morphodepot.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;

import org.morphodepot.transfer.Listing;
import org.morphodepot.transfer.Source;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.spi.ObjectEntry;

import com.google.gson.JsonObject;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ls}: what is in a folder. */
@Command(name = "ls", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = "Lists files with their dates and sizes in bytes.")
final class LsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ADDRESS", description = "A folder, file or s3:// address; * and ** stand for any name.")
    private String address;

    @Option(names = "--all", description = "Also what is in folders further down.")
    private boolean all;

    @Option(names = "--json", description = "Print a line of JSON for each entry.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        List<ObjectEntry> entries = Listing.of(source(spec, address), all, Volumes.fromClassPath());
        PrintWriter out = spec.commandLine().getOut();
        for (ObjectEntry entry : entries) {
            out.println(json ? object(entry) : line(entry));
        }
        return 0;
    }

    static Source source(CommandSpec spec, String text) {
        try {
            return Source.of(text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private static String line(ObjectEntry entry) {
        String date = entry.modified().map(time -> time.truncatedTo(ChronoUnit.SECONDS).toString()).orElse("");
        return String.format("%-20s %14s  %s", date, entry.isFolder() ? "" : Long.toString(entry.size()),
                Failure.line(entry.key()));
    }

    private static JsonObject object(ObjectEntry entry) {
        JsonObject object = new JsonObject();
        object.addProperty("key", entry.key());
        if (!entry.isFolder()) {
            object.addProperty("bytes", entry.size());
        }
        if (!entry.tag().isEmpty()) {
            object.addProperty("tag", entry.tag());
        }
        entry.modified().map(Instant::toString).ifPresent(time -> object.addProperty("modified", time));
        return object;
    }
}
