/**
 * The segmenter's panels: segments, tool palette, options of the active tool with masking. Parts are plain objects that
 * follow the active {@link org.morphodepot.viewer.session.Session}; they hold no state of their own. UI thread only.
 */
package org.morphodepot.label.ui;
