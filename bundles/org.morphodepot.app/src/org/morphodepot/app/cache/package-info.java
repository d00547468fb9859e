/**
 * Preferences &gt; Disk Cache: {@link org.morphodepot.app.cache.CachePage} shows and changes what
 * {@link org.morphodepot.app.cache.CacheSettings} keeps and applies at the start. UI thread.
 */
package org.morphodepot.app.cache;
