/**
 * {@link org.morphodepot.label.tools.slices.FillBetweenSlices}: shapes between painted slices. Holds two slices at a time.
 */
package org.morphodepot.label.tools.slices;
