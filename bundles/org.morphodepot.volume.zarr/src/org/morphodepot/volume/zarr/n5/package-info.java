/**
 * The N5 containers of the BigDataViewer world: {@link org.morphodepot.volume.zarr.n5.N5Format} finds an image by the
 * conventions of N5 Viewer, COSEM, Paintera and BigDataViewer; its blocks are read as the chunks of a Zarr array are.
 */
package org.morphodepot.volume.zarr.n5;
