/**
 * Labels from other programs and for them: {@link org.morphodepot.label.exchange.LabelImport} brings a label map of any
 * format that can be opened into a segmentation, {@link org.morphodepot.label.exchange.LabelExport} writes one as plain
 * numbers in any format. Any thread.
 */
package org.morphodepot.label.exchange;
