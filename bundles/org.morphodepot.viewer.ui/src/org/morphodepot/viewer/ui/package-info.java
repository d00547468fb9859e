/**
 * The slice editor: {@link org.morphodepot.viewer.ui.VolumeEditor} shows one session in three linked
 * {@linkplain org.morphodepot.viewer.ui.SliceView views}, draws off the UI thread and turns mouse and keys into new
 * view states and strokes. {@link org.morphodepot.viewer.ui.OpenScan} is how a scan gets there. Segments, tool options
 * and facts are views of {@code label.ui}, which follow the same session.
 */
package org.morphodepot.viewer.ui;
