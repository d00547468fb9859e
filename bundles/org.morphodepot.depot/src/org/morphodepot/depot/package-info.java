/**
 * The files of a depot, read tolerantly and written exactly as 3D Slicer's MorphoDepot extension does. Start with
 * {@link org.morphodepot.depot.ColorTable}: the names, colours and {@linkplain org.morphodepot.depot.Terminology terms}
 * of the structures. All types are immutable; reading and writing blocks.
 */
package org.morphodepot.depot;
