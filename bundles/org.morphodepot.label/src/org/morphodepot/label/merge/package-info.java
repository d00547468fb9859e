/**
 * Brings the work of two people on one segmentation together. Start with
 * {@link org.morphodepot.label.merge.SegmentationMerge}. Headless; everything may be called from any thread but that of the
 * user interface, and what it gives is immutable.
 */
package org.morphodepot.label.merge;
