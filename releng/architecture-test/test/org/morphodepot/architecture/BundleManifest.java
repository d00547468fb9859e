package org.morphodepot.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** One bundle's MANIFEST.MF, by the folder it stands in. */
record BundleManifest(String folder, Manifest manifest) {

    static BundleManifest read(Path folder) {
        try (InputStream in = Files.newInputStream(folder.resolve("META-INF/MANIFEST.MF"))) {
            return new BundleManifest(folder.getFileName().toString(), new Manifest(in));
        } catch (IOException e) {
            throw new IllegalStateException(folder + ": " + e.getMessage(), e);
        }
    }

    static List<BundleManifest> all(Path root) throws IOException {
        try (Stream<Path> folders = Files.list(root.resolve("bundles"))) {
            return folders.filter(f -> Files.exists(f.resolve("META-INF/MANIFEST.MF"))).sorted()
                    .map(BundleManifest::read).toList();
        }
    }

    /** The bundle's name without the common prefix. */
    String name() {
        return folder.substring(BundleMap.PREFIX.length());
    }

    String value(String header) {
        String value = manifest.getMainAttributes().getValue(header);
        return value == null ? "" : value;
    }

    /** The names a header lists, without their attributes and directives. */
    List<String> names(String header) {
        String unquoted = value(header).replaceAll("\"[^\"]*\"", "");
        return Stream.of(unquoted.split(",")).map(clause -> clause.split(";")[0].strip())
                .filter(name -> !name.isEmpty()).toList();
    }

    /** Packages and bundles this bundle asks for. */
    List<String> uses() {
        return Stream.concat(names("Import-Package").stream(), names("Require-Bundle").stream()).toList();
    }
}
