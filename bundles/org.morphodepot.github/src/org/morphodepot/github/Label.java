package org.morphodepot.github;

/** A label; {@code color} is six hexadecimal digits or empty. */
public record Label(String name, String color, String description) {
}
