package org.morphodepot.viewer.ui;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.morphodepot.volume.Address;
import org.osgi.service.prefs.BackingStoreException;

/** Which channel and time of a scan was shown last, and whether in colour, kept in the preferences. */
final class KeptPlaces {

    private static final String COLOUR = "colour";

    private KeptPlaces() {
    }

    /** Empty when it was never chosen. The file may have changed since: it may not have these places any more. */
    static Map<String, Integer> of(Address address) {
        return parse(preferences().get(key(address), ""));
    }

    static void put(Address address, Map<String, Integer> places) {
        if (places.values().stream().allMatch(place -> place == 0)) {
            preferences().remove(key(address));
        } else {
            preferences().put(key(address), text(places));
        }
        flush();
    }

    /** Whether channels are drawn in their colours, in all scans; at first they are. */
    static boolean inColour() {
        return preferences().getBoolean(COLOUR, true);
    }

    static void colour(boolean shown) {
        preferences().putBoolean(COLOUR, shown);
        flush();
    }

    private static void flush() {
        try {
            preferences().flush();
        } catch (BackingStoreException e) {
            ILog.of(KeptPlaces.class).warn("The channel shown could not be kept", e);
        }
    }

    static String text(Map<String, Integer> places) {
        return new TreeMap<>(places).entrySet().stream().map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining("\n"));
    }

    static Map<String, Integer> parse(String text) {
        Map<String, Integer> places = new TreeMap<>();
        for (String line : text.split("\n")) {
            int sign = line.lastIndexOf('=');
            if (sign > 0 && line.substring(sign + 1).matches("\\d{1,9}")) {
                places.put(line.substring(0, sign), Integer.valueOf(line.substring(sign + 1)));
            }
        }
        return places;
    }

    /** Keys of preferences have no slashes. */
    static String key(Address address) {
        return UUID.nameUUIDFromBytes(address.uri().toString().getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static IEclipsePreferences preferences() {
        return InstanceScope.INSTANCE.getNode("org.morphodepot.viewer.ui/places");
    }
}
