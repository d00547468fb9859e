/**
 * What the forge remembers: rows in tables, every change a line in a journal that is on the disk before it counts. {@link
 * org.morphodepot.forge.internal.state.Store} is the door; rows that were read must not be changed, only copies from
 * {@link org.morphodepot.forge.internal.state.Change#edit}.
 */
package org.morphodepot.forge.internal.state;
