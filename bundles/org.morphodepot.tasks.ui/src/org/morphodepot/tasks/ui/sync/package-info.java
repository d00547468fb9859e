/**
 * What waits for the network: a line in the status bar and the Sync view. UI thread, but for the listeners of the queue.
 */
package org.morphodepot.tasks.ui.sync;
