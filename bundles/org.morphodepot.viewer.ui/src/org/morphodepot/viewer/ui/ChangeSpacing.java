package org.morphodepot.viewer.ui;

import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.viewer.session.Spacing;
import org.morphodepot.volume.Address;

/** Scan &gt; Voxel Spacing…: another answer for a scan whose file does not say it, which is then opened again. */
public final class ChangeSpacing extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        if (HandlerUtil.getActiveEditor(event) instanceof VolumeEditor editor && editor.session().isPresent()) {
            change(window, editor, editor.session().get());
        }
        return null;
    }

    private static void change(IWorkbenchWindow window, VolumeEditor editor, Session session) {
        Address address = session.scan().address();
        Optional<Spacing> kept = KeptSpacings.of(address);
        ScanInput input = (ScanInput) editor.getEditorInput();
        if (kept.isEmpty() || input.labels().isPresent()) {
            MessageDialog.openInformation(window.getShell(), "Voxel Spacing", input.labels().isPresent()
                    ? session.name() + " was opened with certain labels, as for a task: all who work on it count as they do."
                    : "The file of " + session.name() + " says how far its voxels are apart; that is not changed here.");
            return;
        }
        Optional<Spacing.Sides> now = kept.filter(Spacing.Sides.class::isInstance).map(Spacing.Sides.class::cast);
        boolean changed = SpacingQuestion.ask(window.getShell(), address, now.or(KeptSpacings::last))
                .filter(answer -> !answer.equals(kept.get())).isPresent();
        if (changed && window.getActivePage().closeEditor(editor, true)) {
            OpenScan.open(window, input.address());
        }
    }
}
