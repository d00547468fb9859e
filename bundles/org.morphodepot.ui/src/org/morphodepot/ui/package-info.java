/**
 * What every bundle with a user interface does in the same way: names of widgets, work in the background, its progress,
 * tables sorted by their headings, dialogs with a few fields, and editors without anything to save. Start with
 * {@link org.morphodepot.ui.Background}. UI thread, except where a class says otherwise.
 */
package org.morphodepot.ui;
