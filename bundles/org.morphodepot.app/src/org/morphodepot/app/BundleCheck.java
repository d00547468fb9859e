package org.morphodepot.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.ui.IStartup;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/**
 * Logs every bundle of the product that the framework rejected or could not resolve. Nobody else does:
 * simpleconfigurator swallows such bundles, and the part they hold is then silently missing.
 */
public final class BundleCheck implements IStartup {

    private static final String LIST = "org.eclipse.equinox.simpleconfigurator/bundles.info";

    @Override
    public void earlyStartup() {
        BundleContext context = FrameworkUtil.getBundle(BundleCheck.class).getBundleContext();
        Map<String, Boolean> resolved = List.of(context.getBundles()).stream()
                .collect(Collectors.toMap(BundleCheck::key, b -> b.getState() >= Bundle.RESOLVED, (a, b) -> a || b));
        List<String> problems = problems(listed(), resolved);
        problems.forEach(p -> ILog.of(BundleCheck.class).error(p));
        if (problems.isEmpty()) {
            ILog.of(BundleCheck.class).info("All " + resolved.size() + " bundles are resolved");
        }
    }

    private static String key(Bundle bundle) {
        return bundle.getSymbolicName() + " " + bundle.getVersion();
    }

    /** The lines of the product's bundle list; none when the framework was started without one, as in tests. */
    private static List<String> listed() {
        try {
            URI configuration = Platform.getConfigurationLocation().getURL().toURI();
            Path list = Path.of(configuration).resolve(LIST);
            return Files.exists(list) ? Files.readAllLines(list) : List.of();
        } catch (IOException | java.net.URISyntaxException e) {
            ILog.of(BundleCheck.class).error("The product's bundle list cannot be read", e);
            return List.of();
        }
    }

    /** What is wrong, given the lines of {@code bundles.info} and whether each installed bundle is resolved. */
    static List<String> problems(List<String> lines, Map<String, Boolean> resolved) {
        List<String> problems = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("#") || line.isBlank()) {
                continue;
            }
            String[] fields = line.split(",");
            if (!resolved.containsKey(fields[0] + " " + fields[1])) {
                problems.add("Bundle " + fields[0] + " " + fields[1] + " is part of the product but was rejected");
            }
        }
        resolved.forEach((bundle, ok) -> {
            if (!ok) {
                problems.add("Bundle " + bundle + " is installed but cannot be resolved");
            }
        });
        return problems;
    }
}
