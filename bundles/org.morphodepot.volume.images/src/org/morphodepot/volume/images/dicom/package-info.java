/**
 * DICOM series of CT, MR and the like in a folder, and single files with many frames (DICOM PS3.3, PS3.5, PS3.10):
 * {@link org.morphodepot.volume.images.dicom.DicomFormat} is the service. Only what places and scales slices is looked at.
 * DICOM is left-posterior-superior as we are. Any thread.
 */
package org.morphodepot.volume.images.dicom;
