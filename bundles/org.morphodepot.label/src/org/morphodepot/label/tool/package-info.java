/**
 * What a labelling tool implements. {@link org.morphodepot.label.tool.StrokeTool}s paint where the user draws;
 * {@link org.morphodepot.label.tool.Effect}s change a whole region with parameters, preview and Apply. Both are Declarative
 * Services with the {@link org.morphodepot.label.tool.Tool} property annotation, headless, and described to the user
 * interface by {@link org.morphodepot.label.tool.Option}s, so that an add-on needs no user interface code.
 * Tools collect voxels in a {@link org.morphodepot.label.tool.VoxelMask}, or compute them on demand as a
 * {@link org.morphodepot.label.tool.BlockMask}, and let {@link org.morphodepot.label.tool.Painting} turn them into an edit: it
 * alone knows the mask rule, locks, overwriting and layers.
 */
package org.morphodepot.label.tool;
