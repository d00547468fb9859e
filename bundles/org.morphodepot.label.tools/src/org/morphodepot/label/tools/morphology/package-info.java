/**
 * Tools that reshape the active segment: {@link org.morphodepot.label.tools.morphology.Margin},
 * {@link org.morphodepot.label.tools.morphology.Hollow} and {@link org.morphodepot.label.tools.morphology.Smoothing}. A
 * {@code Filter} looks at a dense tile with its surroundings; {@code Tiles} applies it to segments of any size.
 */
package org.morphodepot.label.tools.morphology;
