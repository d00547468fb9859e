/**
 * From an assigned task to an open one: {@link org.morphodepot.work.start.StartWork}.
 * Blocking; background threads only.
 */
package org.morphodepot.work.start;
