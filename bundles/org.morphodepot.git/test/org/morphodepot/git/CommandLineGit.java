package org.morphodepot.git;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The git that others use, as a judge of what we write. */
final class CommandLineGit {

    private CommandLineGit() {
    }

    static boolean isHere() {
        try {
            return new ProcessBuilder("git", "--version").start().waitFor() == 0;
        } catch (Exception e) {
            return false;
        }
    }

    /** What git prints; fails with what it complains about. */
    static String run(Path folder, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder git = new ProcessBuilder(command).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.PIPE);
        git.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        git.environment().put("HOME", folder.toString());
        Process process = git.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String complaint = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(String.join(" ", command) + ": " + complaint);
        }
        return said + complaint;
    }
}
