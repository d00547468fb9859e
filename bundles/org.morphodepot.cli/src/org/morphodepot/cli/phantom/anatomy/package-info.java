/**
 * The animal inside the phantom: {@link org.morphodepot.cli.phantom.anatomy.Anatomy} lists its
 * {@linkplain org.morphodepot.cli.phantom.anatomy.Part parts} in the order in which they replace one another.
 * Coordinates are millimetres: x to the animal's left, y to its back, z upwards, the middle of the head at the origin.
 * Values are on the scale of a CT with air at 24 and water at 1024. Everything is immutable and depends on the seed
 * alone.
 */
package org.morphodepot.cli.phantom.anatomy;
