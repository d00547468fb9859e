package org.morphodepot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;

import org.junit.jupiter.api.Assertions;
import org.morphodepot.volume.Volumes;

import com.google.gson.Gson;
import com.google.gson.JsonObject;

/** A command that has run in this process: its exit code and what it printed. */
record Run(int code, String out, String err) {

    static Run of(Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] texts = Arrays.stream(args).map(String::valueOf).toArray(String[]::new);
        int code = Main.run(texts, new PrintWriter(out), new PrintWriter(err));
        return new Run(code, out.toString(), err.toString());
    }

    /** Readers and writers are found at run time: without them every test would pass for the wrong reason. */
    static void needReaders() {
        if (Volumes.fromClassPath().formats().size() < 2) {
            Assertions.fail("no readers on the class path; run with"
                    + " TEST_USES=\"volume.nrrd volume.zarr volume.s3 volume.images label.tools\" releng/dev/unit cli");
        }
    }

    /** The command must have succeeded without a word on standard error. */
    Run succeeded() {
        assertEquals("", err);
        assertEquals(0, code, out);
        return this;
    }

    /** One JSON object and nothing else. */
    JsonObject json() {
        succeeded();
        return new Gson().fromJson(out, JsonObject.class);
    }

    /** The command must have failed with one line on standard error and nothing on standard output; gives that line. */
    String failed(int expected) {
        assertEquals("", out);
        String line = err.stripTrailing();
        assertFalse(line.isEmpty(), "says nothing");
        assertFalse(line.contains("\n"), "more than one line: " + line);
        assertFalse(line.contains("Exception") || line.contains("\tat "), "speaks to programmers: " + line);
        assertEquals(expected, code, line);
        return line;
    }
}
