/**
 * {@link org.morphodepot.label.tools.threshold.Threshold} and the methods that find a threshold from a histogram. A scan is
 * thresholded block by block; the histogram is taken from a sample.
 */
package org.morphodepot.label.tools.threshold;
