/**
 * Copies files between folders of this computer, web servers and object stores. Start with
 * {@link org.morphodepot.transfer.Transfer}: it runs one {@link org.morphodepot.transfer.TransferOrder}, many files and parts
 * of files at once, and can be watched, paused, resumed and cancelled from any thread. {@link org.morphodepot.transfer.Listing}
 * tells what is at an address. Places are found through {@link org.morphodepot.volume.Volumes#bulk}.
 */
package org.morphodepot.transfer;
