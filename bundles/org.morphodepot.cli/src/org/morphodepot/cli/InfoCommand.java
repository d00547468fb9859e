package org.morphodepot.cli;

import java.io.IOException;
import java.util.concurrent.Callable;

import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code info}: what a scan or a segmentation says about itself. */
@Command(name = "info", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = "Shows size, spacing, resolutions and, for a segmentation, its segments.")
final class InfoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ADDRESS", description = "File, folder, https:// or s3:// address.")
    private Address address;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Option(names = "--checksum", description = "Read all values and add their SHA-256.")
    private boolean checksum;

    @Override
    public Integer call() throws IOException {
        Facts facts;
        try (Dataset dataset = Scans.open(address)) {
            facts = Facts.of(dataset, address.name(), checksum);
        }
        String text = json ? FactsJson.of(facts).toString() : FactsText.of(address, facts);
        spec.commandLine().getOut().println(text);
        return 0;
    }
}
