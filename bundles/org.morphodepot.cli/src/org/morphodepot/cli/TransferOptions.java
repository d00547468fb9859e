package org.morphodepot.cli;

import java.util.OptionalLong;

import org.morphodepot.transfer.Source;
import org.morphodepot.transfer.Target;
import org.morphodepot.transfer.TransferOrder;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What {@code copy} and {@code sync} share. */
final class TransferOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FROM",
            description = "A file, a folder, https:// or s3:// address; * and ** stand for any name ('quoted').")
    private String from;

    @Parameters(index = "1", paramLabel = "TO", description = "A folder (ends with /, or is one) or a new name; s3:// too.")
    private String to;

    @Option(names = "--dry-run", description = "Only tell what would be done.")
    private boolean dryRun;

    @Option(names = "--verify", description = "Compare each copy with what was read.")
    private boolean verify;

    @Option(names = "--checksum", description = "Print the SHA-256 of each file.")
    private boolean checksum;

    @Option(names = "--parallel", paramLabel = "N", description = "Files or parts at a time; usually 24.")
    private int parallel = TransferOrder.PARALLEL;

    @Option(names = "--part-size", paramLabel = "SIZE", description = "Large files go in parts of this size; usually 32M.")
    private String partSize;

    @Option(names = "--limit", paramLabel = "RATE", description = "Use at most so many bytes per second, such as 500k or 20M.")
    private String limit;

    @Option(names = "--json", description = "Print a line of JSON for each file, and one at the end.")
    private boolean json;

    boolean json() {
        return json;
    }

    CommandSpec spec() {
        return spec;
    }

    TransferOrder order(boolean sync, boolean delete) {
        try {
            OptionalLong rate = limit == null ? OptionalLong.empty() : OptionalLong.of(ByteCount.parse(limit));
            long part = partSize == null ? TransferOrder.PART_BYTES : ByteCount.parse(partSize);
            return new TransferOrder(Source.of(from), Target.of(to), sync, delete, dryRun, verify, checksum, parallel, part,
                    rate);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }
}
