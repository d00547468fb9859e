/**
 * Tools that paint what the pointer draws: {@link org.morphodepot.label.tools.draw.Brush},
 * {@link org.morphodepot.label.tools.draw.Eraser} and {@link org.morphodepot.label.tools.draw.Draw}. Strokes only collect
 * voxels while the pointer moves; {@link org.morphodepot.label.tool.Painting} turns them into an edit at the end.
 */
package org.morphodepot.label.tools.draw;
