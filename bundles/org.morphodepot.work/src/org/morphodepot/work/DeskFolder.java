package org.morphodepot.work;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;

/** Where the desk of the workbench is kept. */
final class DeskFolder {

    /** Set by the framework once the workspace is chosen, as a URL that may hold blanks. */
    private static final String AREA = "osgi.instance.area";

    private DeskFolder() {
    }

    /** In the workspace; outside a workbench in the home folder. */
    static Path ofWorkbench() {
        return of(System.getProperty(AREA), Path.of(System.getProperty("user.home"), ".morphodepot"));
    }

    static Path of(String area, Path otherwise) {
        if (area == null || !area.startsWith("file:")) {
            return otherwise.resolve("desk");
        }
        try {
            return Path.of(URI.create(area.replace("%", "%25").replace(" ", "%20"))).resolve("desk");
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return otherwise.resolve("desk");
        }
    }
}
