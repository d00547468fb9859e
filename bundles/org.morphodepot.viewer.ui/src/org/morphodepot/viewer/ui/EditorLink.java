package org.morphodepot.viewer.ui;

/** What a view needs of the editor around it. */
interface EditorLink {

    /** Gives one view all the room, or all views their room again. */
    void maximise(SliceView view);

    /** The pointer or the focus is in this view: keys act on it. */
    void use(SliceView view);

    /** Whether left-drag changes the display window. */
    boolean isWindowMode();

    /** Shows the position under the pointer, or what the tool expects. */
    void statusChanged();
}
