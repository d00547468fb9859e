package org.morphodepot.viewer.ui;

import java.util.Optional;

import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.morphodepot.viewer.session.OpenRequest;
import org.morphodepot.viewer.session.Spacing;
import org.morphodepot.viewer.session.SpacingUnknown;
import org.morphodepot.volume.Address;

/** Asks for the spacing of a scan and remembers the answer. UI thread. */
final class SpacingQuestion {

    private SpacingQuestion() {
    }

    /** The request to try now; empty to open nothing. */
    static Optional<OpenRequest> ask(Shell shell, OpenRequest request, SpacingUnknown unknown) {
        Optional<Spacing.Sides> suggestion = unknown.labels().flatMap(SpacingWords::of).or(KeptSpacings::last);
        return ask(shell, request.address(), suggestion).map(request::spaced);
    }

    /** The answer, kept for the next time; empty when the user has cancelled. */
    static Optional<Spacing> ask(Shell shell, Address address, Optional<Spacing.Sides> suggestion) {
        SpacingDialog dialog = new SpacingDialog(shell, address.name(), suggestion);
        if (dialog.open() != Window.OK) {
            return Optional.empty();
        }
        KeptSpacings.put(address, dialog.answer());
        return Optional.of(dialog.answer());
    }
}
