/**
 * NIfTI-1 and NIfTI-2, plain and gzipped (nifti.nimh.nih.gov; the header files nifti1.h and nifti2.h are the specification):
 * {@link org.morphodepot.volume.images.nifti.NiftiFormat} is the service. Positions are turned from right-anterior-superior
 * to left-posterior-superior. Any thread.
 */
package org.morphodepot.volume.images.nifti;
