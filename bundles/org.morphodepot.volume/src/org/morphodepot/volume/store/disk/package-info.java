/**
 * Keeps what remote stores gave on this computer's disk, so that a scan seen before opens without the network.
 * {@link org.morphodepot.volume.store.disk.DiskCache} is the one class to start with; {@link org.morphodepot.volume.Volumes}
 * puts it before every remote store. Everything is thread-safe; files may be shared by several programs at once, and
 * whatever they contain is checked before it is believed.
 */
package org.morphodepot.volume.store.disk;
