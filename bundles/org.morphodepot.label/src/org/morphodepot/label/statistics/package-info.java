/**
 * Numbers about segments as the plug-ins of 3D Slicer's Segment Statistics define them, counted block by block. Start with
 * {@link org.morphodepot.label.statistics.SegmentStatistics}. Shapes follow ITK's label shape statistics, intensities those
 * of the scalar volume plug-in; lengths are millimetres. Everything blocks and may be called from any thread but that of
 * the user interface.
 */
package org.morphodepot.label.statistics;
