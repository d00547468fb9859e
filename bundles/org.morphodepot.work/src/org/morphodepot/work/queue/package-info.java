/**
 * What waits for the network: {@link org.morphodepot.work.queue.SyncQueue}.
 * Blocking; background threads only.
 */
package org.morphodepot.work.queue;
