package org.morphodepot.viewer.ui;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.jface.action.StatusLineContributionItem;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.EditorActionBarContributor;

/** Edit &gt; Undo and Redo for the slice editor in front, and the keys of its tool in the status line. */
public final class EditorActions extends EditorActionBarContributor {

    private final StatusLineContributionItem keys = new StatusLineContributionItem(
            "org.morphodepot.viewer.ui.keys", StatusLineContributionItem.CALC_TRUE_WIDTH);
    private String shown = "";

    @Override
    public void contributeToStatusLine(IStatusLineManager manager) {
        manager.add(keys);
    }

    /** Shows what keys and buttons do with the active tool. */
    void showKeys(String text) {
        if (!text.equals(shown)) {
            shown = text;
            keys.setText(text);
            getActionBars().getStatusLineManager().update(true); // only this measures the words again
        }
    }

    @Override
    public void setActiveEditor(IEditorPart editor) {
        IAction undo = action(editor, EditorAction.UNDO);
        IAction redo = action(editor, EditorAction.REDO);
        getActionBars().setGlobalActionHandler(ActionFactory.UNDO.getId(), undo);
        getActionBars().setGlobalActionHandler(ActionFactory.REDO.getId(), redo);
        getActionBars().updateActionBars();
    }

    private static IAction action(IEditorPart editor, EditorAction what) {
        return new Action() {
            @Override
            public void run() {
                if (editor instanceof VolumeEditor volume) {
                    what.run(volume);
                }
            }
        };
    }
}
