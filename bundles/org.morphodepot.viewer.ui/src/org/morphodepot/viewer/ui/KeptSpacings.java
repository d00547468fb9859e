package org.morphodepot.viewer.ui;

import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.morphodepot.viewer.session.Spacing;
import org.morphodepot.volume.Address;
import org.osgi.service.prefs.BackingStoreException;

/** What the user said about the spacing of scans whose files do not say it, kept in the preferences. */
final class KeptSpacings {

    private static final String LAST = "last";
    private static final String VOXELS = "voxels";

    private KeptSpacings() {
    }

    /** Empty when the user was never asked about it. */
    static Optional<Spacing> of(Address address) {
        return parse(preferences().get(KeptPlaces.key(address), ""));
    }

    /** The numbers of the last answer that had some. */
    static Optional<Spacing.Sides> last() {
        return parse(preferences().get(LAST, "")).filter(Spacing.Sides.class::isInstance).map(Spacing.Sides.class::cast);
    }

    static void put(Address address, Spacing answer) {
        preferences().put(KeptPlaces.key(address), text(answer));
        if (answer instanceof Spacing.Sides) {
            preferences().put(LAST, text(answer));
        }
        try {
            preferences().flush();
        } catch (BackingStoreException e) {
            ILog.of(KeptSpacings.class).warn("The spacing of " + address.name() + " could not be kept", e);
        }
    }

    static String text(Spacing answer) {
        return switch (answer) {
            case Spacing.Ask() -> "";
            case Spacing.Voxels() -> VOXELS;
            case Spacing.Sides(double x, double y, double z, String unit) -> x + " " + y + " " + z + " " + unit;
        };
    }

    static Optional<Spacing> parse(String text) {
        if (text.equals(VOXELS)) {
            return Optional.of(new Spacing.Voxels());
        }
        String[] words = text.split(" ", 4);
        try {
            return words.length < 4 ? Optional.empty() : Optional.of(new Spacing.Sides(Double.parseDouble(words[0]),
                    Double.parseDouble(words[1]), Double.parseDouble(words[2]), words[3]));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // of another version: asked again
        }
    }

    private static IEclipsePreferences preferences() {
        return InstanceScope.INSTANCE.getNode("org.morphodepot.viewer.ui/spacings");
    }
}
