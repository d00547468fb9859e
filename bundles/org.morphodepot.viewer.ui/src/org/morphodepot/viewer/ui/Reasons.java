package org.morphodepot.viewer.ui;

/** One line for people about what went wrong. */
final class Reasons {

    private Reasons() {
    }

    static String of(Throwable cause) {
        String message = cause.getMessage();
        if (cause instanceof OutOfMemoryError) {
            return "There is not enough memory. Close other scans, or start with more memory (-Xmx).";
        }
        if (message == null || message.isBlank()) {
            return "Something unexpected happened (" + cause.getClass().getSimpleName() + "); the error log says more.";
        }
        return sentence(message);
    }

    /** With a capital letter, unless it begins with a file name. */
    private static String sentence(String message) {
        String first = message.split("\\s", 2)[0];
        return first.matches("[a-z]+") ? Character.toUpperCase(message.charAt(0)) + message.substring(1) : message;
    }
}
