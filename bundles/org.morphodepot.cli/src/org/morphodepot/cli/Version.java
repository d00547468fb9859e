package org.morphodepot.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

import picocli.CommandLine.IVersionProvider;

/** The version of the bundle this runs from. */
public final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"MorphoDepot Workbench " + bundle() + ", Java " + Runtime.version().feature()};
    }

    private static String bundle() {
        CodeSource source = Version.class.getProtectionDomain().getCodeSource();
        try {
            Path place = Path.of(source == null ? URI.create("") : source.getLocation().toURI());
            if (Files.isRegularFile(place)) {
                try (JarFile jar = new JarFile(place.toFile())) {
                    Manifest manifest = jar.getManifest();
                    String version = manifest == null ? null : manifest.getMainAttributes().getValue("Bundle-Version");
                    return version == null ? "development" : version;
                }
            }
        } catch (java.net.URISyntaxException | IllegalArgumentException | IOException e) {
            // not started from a file
        }
        return "development";
    }
}
