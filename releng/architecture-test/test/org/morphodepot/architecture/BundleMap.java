package org.morphodepot.architecture;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Who may use whom, by bundle names without the common prefix. A bundle may also use what the bundles it uses may use.
 * Change this table together with the one in the architecture page.
 */
final class BundleMap {

    static final String PREFIX = "org.morphodepot.";

    /** Found as services only: no bundle may import them. */
    static final Set<String> PROVIDERS = Set.of("volume.zarr", "volume.nrrd", "volume.s3", "volume.images", "label.tools");

    private static final List<String> CORES = List.of("volume", "transfer", "label", "viewer", "depot", "git", "github", "work");

    private static final Map<String, List<String>> MAY_USE = new HashMap<>();

    static {
        MAY_USE.put("volume", List.of());
        MAY_USE.put("volume.zarr", List.of("volume"));
        MAY_USE.put("volume.nrrd", List.of("volume"));
        MAY_USE.put("volume.s3", List.of("volume"));
        MAY_USE.put("volume.images", List.of("volume"));
        MAY_USE.put("transfer", List.of("volume"));
        MAY_USE.put("label", List.of("volume"));
        MAY_USE.put("label.tools", List.of("label"));
        MAY_USE.put("viewer", List.of("volume", "label"));
        MAY_USE.put("depot", List.of("volume", "label"));
        MAY_USE.put("git", List.of());
        MAY_USE.put("github", List.of());
        MAY_USE.put("work", List.of("depot", "label", "git", "github"));
        MAY_USE.put("forge", List.of("git"));
        MAY_USE.put("mylyn", List.of("work"));
        MAY_USE.put("ui", List.of("volume"));
        MAY_USE.put("viewer.ui", List.of("ui", "viewer"));
        MAY_USE.put("transfer.ui", List.of("ui", "transfer"));
        MAY_USE.put("label.ui", List.of("ui", "viewer", "depot"));
        MAY_USE.put("tasks.ui", List.of("ui", "work", "mylyn", "viewer"));
        MAY_USE.put("project.ui", List.of("ui", "work", "viewer"));
        MAY_USE.put("cli", Stream.concat(CORES.stream(), Stream.of("forge")).toList());
        MAY_USE.put("app", List.of("cli", "volume", "viewer.ui", "transfer.ui", "label.ui", "tasks.ui", "project.ui"));
        MAY_USE.put("testing", List.of("volume")); // so that the tests of every other bundle may use it
        MAY_USE.put("testing.ui", List.of("testing"));
        MAY_USE.put("itests", List.of("app", "testing.ui", "cli", "forge"));
    }

    private static final List<String> EXTRAS_MAY_USE = List.of("volume", "label", "viewer", "depot", "ui");

    private BundleMap() {
    }

    static boolean knows(String bundle) {
        return MAY_USE.containsKey(bundle) || bundle.startsWith("extras.");
    }

    static boolean mayUse(String bundle, String other) {
        return bundle.equals(other) || reachable(bundle).contains(other);
    }

    /** The only bundles that may see SWT, JFace or org.eclipse.ui. */
    static boolean maySeeToolkit(String bundle) {
        return bundle.equals("ui") || bundle.endsWith(".ui") || bundle.startsWith("extras.")
                || Set.of("app", "itests").contains(bundle);
    }

    /** The bundle that owns a package of ours: the longest bundle name that is a prefix of it. */
    static String owner(String packageName) {
        String name = packageName.substring(PREFIX.length());
        while (!MAY_USE.containsKey(name) && name.contains(".")) {
            name = name.substring(0, name.lastIndexOf('.'));
        }
        return name;
    }

    private static Set<String> reachable(String bundle) {
        Set<String> all = new TreeSet<>();
        for (String next : MAY_USE.getOrDefault(bundle, EXTRAS_MAY_USE)) {
            all.add(next);
            all.addAll(reachable(next));
        }
        return all;
    }
}
