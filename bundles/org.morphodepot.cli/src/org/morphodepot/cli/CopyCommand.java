package org.morphodepot.cli;

import java.io.IOException;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code copy}: files from one place to another. */
@Command(name = "copy", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = "Copies files between folders, https:// and s3://; goes on where an earlier try ended.")
final class CopyCommand implements Callable<Integer> {

    @Mixin
    private TransferOptions options;

    @Override
    public Integer call() throws IOException {
        return new TransferRun(options, options.order(false, false)).run();
    }
}
