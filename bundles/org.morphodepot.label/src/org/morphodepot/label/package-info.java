/**
 * Segmentations: {@link org.morphodepot.label.Segmentation} is an immutable value (segments, and layers of sparse
 * {@linkplain org.morphodepot.label.Block blocks}); {@link org.morphodepot.label.Labelling} is the one mutable holder
 * that applies {@linkplain org.morphodepot.label.Edit edits}, undoes them and tells listeners which box changed. Tools
 * live behind {@link org.morphodepot.label.tool}. A snapshot for saving or merging is simply
 * {@code labelling.current()}.
 */
package org.morphodepot.label;
