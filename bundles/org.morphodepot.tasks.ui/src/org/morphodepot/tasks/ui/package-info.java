/**
 * What the parts of this bundle share: jobs for use cases, their failures, news, and names of widgets. The active task is in
 * {@link org.morphodepot.tasks.ui.active}. Uses no other package of this bundle. Use cases of {@code work} block: they run in
 * jobs, never on the UI thread.
 */
package org.morphodepot.tasks.ui;
