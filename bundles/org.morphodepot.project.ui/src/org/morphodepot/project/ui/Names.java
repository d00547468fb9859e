package org.morphodepot.project.ui;

/** Names of the views of this bundle and of commands it runs. */
final class Names {

    static final String BOARD = "org.morphodepot.project.board";
    static final String REVIEWS = "org.morphodepot.project.reviews";
    static final String DIFFERENCE = "org.morphodepot.project.difference";
    static final String NEW_TASKS = "org.morphodepot.project.structures";
    static final String SIGN_IN = "org.morphodepot.tasks.signIn";
    static final String OPEN_SCAN = "org.morphodepot.viewer.ui.open";

    private Names() {
    }
}
