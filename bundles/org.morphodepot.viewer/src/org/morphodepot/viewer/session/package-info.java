/**
 * What the parts of the workbench share. {@link org.morphodepot.viewer.session.Sessions} is the service they meet in:
 * it opens scans and knows the active {@link org.morphodepot.viewer.session.Session}, which is one scan with one
 * labelling, the view state and a {@link org.morphodepot.viewer.session.Toolbox}. Tools come from the
 * {@link org.morphodepot.viewer.session.ToolPalette}. Everything is thread-safe; changes of labels run one after
 * another on the session's own thread, and listeners are told on the thread that made the change, so user interfaces
 * must switch.
 */
package org.morphodepot.viewer.session;
