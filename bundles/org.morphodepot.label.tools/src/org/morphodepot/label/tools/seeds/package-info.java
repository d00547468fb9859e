/**
 * {@link org.morphodepot.label.tools.seeds.GrowFromSeeds}: competing regions along cheapest paths, with a bucket queue, on the
 * box around the seeds. The one tool that needs dense arrays; it refuses boxes that are too large.
 */
package org.morphodepot.label.tools.seeds;
