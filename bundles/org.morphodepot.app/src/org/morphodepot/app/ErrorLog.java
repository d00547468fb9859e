package org.morphodepot.app;

/** The platform's error log, which has its id from the days when it was part of PDE. */
final class ErrorLog {

    static final String VIEW = "org.eclipse.pde.runtime.LogView";

    private ErrorLog() {
    }
}
