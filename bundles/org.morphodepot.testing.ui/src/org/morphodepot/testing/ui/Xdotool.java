package org.morphodepot.testing.ui;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the X test tool on the display of this process. */
final class Xdotool {

    private Xdotool() {
    }

    static void run(List<String> words) {
        List<String> command = new ArrayList<>(List.of("xdotool"));
        command.addAll(words);
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes());
            if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new AssertionError("failed: " + command + ": " + output);
            }
        } catch (IOException e) {
            throw new AssertionError("xdotool is missing (Debian package xdotool)", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    static void run(String... words) {
        run(List.of(words));
    }
}
