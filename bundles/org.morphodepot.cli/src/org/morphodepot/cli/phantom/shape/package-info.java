/**
 * Solid shapes as distance functions: {@link org.morphodepot.cli.phantom.shape.Shape} answers how far a point is from a
 * surface, negative inside. Lengths are millimetres. Shapes are immutable and may be asked from any thread.
 */
package org.morphodepot.cli.phantom.shape;
