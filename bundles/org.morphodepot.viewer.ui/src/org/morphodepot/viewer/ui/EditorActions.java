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

    private static final int WIDTH = 58;

    private final StatusLineContributionItem keys = new StatusLineContributionItem(
            "org.morphodepot.viewer.ui.keys", WIDTH);

    @Override
    public void contributeToStatusLine(IStatusLineManager manager) {
        manager.add(keys);
    }

    /** Shows what keys and buttons do with the active tool. */
    void showKeys(String text) {
        keys.setText(text);
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
