/**
 * TIFF stacks: {@link org.morphodepot.volume.images.tiff.TiffFormat} is the service. The TwelveMonkeys library takes pages
 * apart; here is what makes a scan of them: which pages are slices, and how far voxels are apart as ImageJ (in its image
 * description) and OME-TIFF (in XML, www.openmicroscopy.org/Schemas) say it. Any thread.
 */
package org.morphodepot.volume.images.tiff;
