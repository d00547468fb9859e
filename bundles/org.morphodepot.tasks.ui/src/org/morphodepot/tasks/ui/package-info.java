/**
 * What the parts of this bundle share: failures, news and services. The active task is in
 * {@link org.morphodepot.tasks.ui.active}. Uses no other package of this bundle. Use cases of {@code work} block: they run in
 * jobs, never on the UI thread.
 */
package org.morphodepot.tasks.ui;
