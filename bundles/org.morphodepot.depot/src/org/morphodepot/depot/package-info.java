/**
 * The files of a depot, read tolerantly and written exactly as 3D Slicer's MorphoDepot extension does. Start with
 * {@link org.morphodepot.depot.ColorTable}: the names, colours and {@linkplain org.morphodepot.depot.Terminology terms}
 * of the structures; {@link org.morphodepot.depot.Accession} is the specimen, {@link org.morphodepot.depot.SourcePointer} where
 * its scan is, {@link org.morphodepot.depot.TaskBlock} what an issue is about. All types
 * are immutable; reading and writing blocks.
 */
package org.morphodepot.depot;
