package org.morphodepot.forge.internal.graphql;

/** An object of the answer: its type, and what it is made from. */
record Node(String type, Object source) {
}
