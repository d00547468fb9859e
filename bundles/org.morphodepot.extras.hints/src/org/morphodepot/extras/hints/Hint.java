package org.morphodepot.extras.hints;

/** One tip: the key to press, empty where there is none, and what it does. */
record Hint(String key, String text) {
}
