/**
 * What the parts of this bundle share: the active task ({@link org.morphodepot.tasks.ui.TaskActivation}), jobs for use cases and
 * their failures. Use cases of {@code work} block: they run in jobs, never on the UI thread.
 */
package org.morphodepot.tasks.ui;
