/**
 * Two versions of one task's segmentation become one: {@link org.morphodepot.work.conflict.Conflict}.
 * Blocking; background threads only.
 */
package org.morphodepot.work.conflict;
