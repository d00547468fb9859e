/**
 * Commits what was painted: {@link org.morphodepot.work.checkpoint.Checkpoint}.
 * Blocking; background threads only.
 */
package org.morphodepot.work.checkpoint;
