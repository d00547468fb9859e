package org.morphodepot.viewer.ui;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.morphodepot.volume.Address;
import org.osgi.service.prefs.BackingStoreException;

/** The addresses opened last, newest first, kept in the preferences. */
final class RecentScans {

    private static final int KEPT = 12;
    private static final String KEY = "recent";

    private RecentScans() {
    }

    static List<Address> all() {
        List<Address> recent = new ArrayList<>();
        for (String line : preferences().get(KEY, "").split("\n")) {
            try {
                if (!line.isBlank()) {
                    recent.add(Address.of(line));
                }
            } catch (IllegalArgumentException e) {
                ILog.of(RecentScans.class).warn("Not an address any more: " + line, e);
            }
        }
        return recent;
    }

    static void add(Address address) {
        preferences().put(KEY, joined(with(all(), address)));
        try {
            preferences().flush();
        } catch (BackingStoreException e) {
            ILog.of(RecentScans.class).warn("The list of recent scans could not be kept", e);
        }
    }

    /** The list with an address in front, once, and no longer than is useful. */
    static List<Address> with(List<Address> recent, Address address) {
        List<Address> changed = new ArrayList<>(recent);
        changed.remove(address);
        changed.addFirst(address);
        return changed.subList(0, Math.min(KEPT, changed.size()));
    }

    private static String joined(List<Address> addresses) {
        return String.join("\n", addresses.stream().map(address -> address.uri().toString()).toList());
    }

    private static IEclipsePreferences preferences() {
        return InstanceScope.INSTANCE.getNode("org.morphodepot.viewer.ui");
    }
}
