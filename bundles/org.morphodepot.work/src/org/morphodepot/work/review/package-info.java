/**
 * The director's look at a contribution: which ones wait ({@link org.morphodepot.work.review.Reviews}), what one of them
 * changes, voxel by voxel ({@link org.morphodepot.work.review.Comparison}), and the answer to it
 * ({@link org.morphodepot.work.review.Review}). Everything that blocks says so and is called from background threads.
 */
package org.morphodepot.work.review;
