/**
 * The places every installation reaches: folders of this computer ({@link org.morphodepot.volume.store.FileStores}) and web
 * servers ({@link org.morphodepot.volume.store.HttpStores}). {@link org.morphodepot.volume.store.StoreKeys} and
 * {@link org.morphodepot.volume.store.StoreLimits} hold the rules all stores share; other bundles that add a store use them.
 * Stores block and may be interrupted; they are thread-safe.
 */
package org.morphodepot.volume.store;
