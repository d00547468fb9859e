/**
 * The text at the top of an NRRD file: {@link org.morphodepot.volume.nrrd.header.HeaderText} finds its lines and keeps
 * them unchanged, {@link org.morphodepot.volume.nrrd.header.NrrdHeader} says what they mean for the values, and {@link
 * org.morphodepot.volume.nrrd.header.Orientation} where they are in space. Everything read is checked here, before
 * anything is allocated. Immutable, any thread. Source: "Definition of NRRD File Format", teem 1.9 and later.
 */
package org.morphodepot.volume.nrrd.header;
