package org.morphodepot.github;

/** A branch and the commit it is at. */
public record Branch(String name, String commit, boolean isProtected) {
}
