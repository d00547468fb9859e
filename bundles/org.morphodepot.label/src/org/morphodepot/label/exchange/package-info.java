/**
 * Labels from other programs and for them: {@link org.morphodepot.label.exchange.LabelImport} brings a label map of any
 * format that can be opened into a segmentation, {@link org.morphodepot.label.exchange.LabelMap} is a segmentation as plain
 * numbers that any format can write. Any thread.
 */
package org.morphodepot.label.exchange;
