/**
 * What others implement: {@link org.morphodepot.volume.spi.VolumeFormat} reads a file format,
 * {@link org.morphodepot.volume.spi.VolumeWriter} writes one, {@link org.morphodepot.volume.spi.StoreProvider} reaches a
 * place. Each is registered twice, as a Declarative Services component for the workbench and in {@code META-INF/services}
 * for the command line, which runs without a framework.
 */
package org.morphodepot.volume.spi;
