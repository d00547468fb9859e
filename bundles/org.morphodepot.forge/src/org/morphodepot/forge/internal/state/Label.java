package org.morphodepot.forge.internal.state;

/** A label that issues of a repository can carry. */
public record Label(long id, String name, String color, String description) {
}
