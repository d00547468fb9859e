package org.morphodepot.viewer.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.morphodepot.label.segnrrd.GridMismatch;
import org.morphodepot.label.segnrrd.Placement;
import org.morphodepot.viewer.session.OpenRequest;

/** Asks what to do with labels that were made on another grid than the scan. */
final class MisfitQuestion {

    private record Answer(String button, OpenRequest request) {
    }

    private MisfitQuestion() {
    }

    /** Another request to try; empty to open nothing. */
    static Optional<OpenRequest> ask(Shell shell, OpenRequest request, GridMismatch mismatch) {
        List<Answer> answers = answers(request, mismatch);
        String[] buttons = new String[answers.size() + 1];
        for (int i = 0; i < answers.size(); i++) {
            buttons[i] = answers.get(i).button();
        }
        buttons[answers.size()] = "Cancel";
        String labels = request.labels().map(path -> path.getFileName().toString()).orElse("The labels");
        int chosen = MessageDialog.open(MessageDialog.QUESTION, shell, "Labels Do Not Fit the Scan",
                labels + " and " + request.address().name() + " do not fit together.\n\n" + mismatch.getMessage()
                        + "\n\nThe file itself is not changed.", 0, buttons);
        return chosen >= 0 && chosen < answers.size() ? Optional.of(answers.get(chosen).request()) : Optional.empty();
    }

    private static List<Answer> answers(OpenRequest request, GridMismatch mismatch) {
        List<Answer> answers = new ArrayList<>();
        boolean lost = mismatch.outside() > 0;
        answers.add(new Answer(lost ? "Leave Those Out" : "Resample Labels",
                request.withPlacement(Placement.RESAMPLED)));
        if (mismatch.sameSize()) {
            answers.add(new Answer("Match Voxel by Voxel", request.withPlacement(Placement.BY_INDEX)));
        }
        answers.add(new Answer("Open Scan Only", request.withoutLabels()));
        return answers;
    }
}
