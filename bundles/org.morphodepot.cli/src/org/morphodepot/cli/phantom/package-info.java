/**
 * A specimen that exists only as a formula: the head of a small mammal in a micro-CT scanner, with bones, teeth, soft
 * tissue, noise and rings, at any size up to terabytes, and the true labels of its bones. Start with
 * {@link org.morphodepot.cli.phantom.Phantom}; {@link org.morphodepot.cli.phantom.PhantomSpecimen} makes the scan
 * that the workbench shows on its first start. The same size and seed give the same voxels everywhere. Any thread.
 */
package org.morphodepot.cli.phantom;
