/**
 * Tools about connected regions: {@link org.morphodepot.label.tools.region.FloodFill} and
 * {@link org.morphodepot.label.tools.region.Islands}. Regions are followed block by block
 * ({@code BlockFlood}) or scanned slice by slice ({@code Components}), never as one dense array.
 */
package org.morphodepot.label.tools.region;
