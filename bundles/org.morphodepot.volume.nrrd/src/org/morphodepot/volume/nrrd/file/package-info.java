/**
 * Files, here and elsewhere: a {@link org.morphodepot.volume.nrrd.file.Source} gives the bytes of one, a
 * {@link org.morphodepot.volume.nrrd.file.Folder} finds those beside a header without leaving its folder, and
 * {@link org.morphodepot.volume.nrrd.file.Faults} makes the errors that name them. Any thread, except for the streams.
 */
package org.morphodepot.volume.nrrd.file;
