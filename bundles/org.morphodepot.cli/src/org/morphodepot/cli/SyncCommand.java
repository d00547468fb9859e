package org.morphodepot.cli;

import java.io.IOException;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sync}: only what is missing or newer. */
@Command(name = "sync", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = "Copies only files that are missing at the target, newer, or of another size.")
final class SyncCommand implements Callable<Integer> {

    @Mixin
    private TransferOptions options;

    @Option(names = "--delete", description = "Also remove what is only at the target, when all else has come through.")
    private boolean delete;

    @Override
    public Integer call() throws IOException {
        return new TransferRun(options, options.order(true, delete)).run();
    }
}
