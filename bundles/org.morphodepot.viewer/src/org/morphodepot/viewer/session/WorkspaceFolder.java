package org.morphodepot.viewer.session;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Optional;

/** The folder in which the workbench keeps what is its own. */
final class WorkspaceFolder {

    /** Set by the framework once the workspace is chosen, as a URL that may hold blanks. */
    private static final String AREA = "osgi.instance.area";

    private WorkspaceFolder() {
    }

    /** Where journals go; empty outside a workbench. */
    static Optional<Path> journals() {
        return ours("journals");
    }

    /** Where labels go that do not fit into memory; empty outside a workbench. */
    static Optional<Path> pages() {
        return ours("pages");
    }

    private static Optional<Path> ours(String name) {
        return of(System.getProperty(AREA)).map(area -> area.resolve(".metadata/.plugins/org.morphodepot.viewer/" + name));
    }

    /** The folder that a URL of the framework means; empty when it means none. */
    static Optional<Path> of(String area) {
        if (area == null || !area.startsWith("file:")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(URI.create(area.replace("%", "%25").replace(" ", "%20"))));
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }
}
