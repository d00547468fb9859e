/**
 * Drawing without a toolkit: an immutable {@link org.morphodepot.viewer.ViewerState}, the
 * {@linkplain org.morphodepot.viewer.SlicePlane slice planes} of the three views and the
 * {@link org.morphodepot.viewer.SliceRenderer} that turns what the chunk cache holds into pixels and says which chunks
 * it misses. Nothing here waits or touches a toolkit.
 */
package org.morphodepot.viewer;
