package org.morphodepot.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** Every MANIFEST against {@link BundleMap}. Each test lists all that is wrong at once. */
class BundleMapTest {

    private static final Pattern TOOLKIT = Pattern.compile("org\\.eclipse\\.(swt|jface|ui|e4\\.ui)(\\..*)?");

    private final List<String> wrong = new ArrayList<>();
    private final List<BundleManifest> bundles;

    BundleMapTest() throws IOException {
        bundles = BundleManifest.all(Path.of(System.getProperty("root")));
    }

    @Test
    void bundles_areThere() {
        assertFalse(bundles.isEmpty());
    }

    @Test
    void everyBundle_isOnTheMap() {
        check(b -> {
            if (!BundleMap.knows(b.name())) {
                wrong.add(b.folder() + " is not in BundleMap");
            }
        });
    }

    @Test
    void bundles_useOnlyWhatIsBelowThem() {
        check(b -> ours(b).map(BundleMap::owner).filter(other -> !BundleMap.mayUse(b.name(), other)).distinct()
                .forEach(other -> wrong.add(b.folder() + " must not use " + other)));
    }

    @Test
    void providers_areImportedByNobody() {
        check(b -> ours(b).map(BundleMap::owner).filter(BundleMap.PROVIDERS::contains)
                .filter(other -> !other.equals(b.name()))
                .forEach(other -> wrong.add(b.folder() + " imports the provider " + other)));
    }

    @Test
    void toolkit_isSeenOnlyByUserInterfaceBundles() {
        check(b -> {
            if (!BundleMap.maySeeToolkit(b.name())) {
                b.uses().stream().filter(name -> TOOLKIT.matcher(name).matches())
                        .forEach(name -> wrong.add(b.folder() + " is headless and must not use " + name));
            }
        });
    }

    @Test
    void internals_areNotExported() {
        check(b -> b.names("Export-Package").stream()
                .filter(name -> name.contains(".internal") || !name.startsWith(b.folder()))
                .forEach(name -> wrong.add(b.folder() + " must not export " + name)));
    }

    @Test
    void headers_areAlike() {
        check(b -> {
            expect(b, "Bundle-SymbolicName", b.names("Bundle-SymbolicName").getFirst(), b.folder());
            expect(b, "Bundle-Version", b.value("Bundle-Version"), "1.0.0.qualifier");
            expect(b, "Bundle-RequiredExecutionEnvironment", b.value("Bundle-RequiredExecutionEnvironment"), "JavaSE-25");
            expect(b, "Bundle-ActivationPolicy", b.value("Bundle-ActivationPolicy"), "lazy");
        });
    }

    private void check(Consumer<BundleManifest> rule) {
        bundles.forEach(rule);
        assertEquals("", String.join("\n", wrong));
    }

    private void expect(BundleManifest bundle, String header, String found, String wanted) {
        if (!found.equals(wanted)) {
            wrong.add(bundle.folder() + ": " + header + " is '" + found + "' instead of '" + wanted + "'");
        }
    }

    private static Stream<String> ours(BundleManifest bundle) {
        return bundle.uses().stream().filter(name -> name.startsWith(BundleMap.PREFIX))
                .filter(name -> !name.startsWith("org.morphodepot.wrapped."));
    }
}
