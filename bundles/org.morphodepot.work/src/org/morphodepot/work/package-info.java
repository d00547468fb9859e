/**
 * What people do in a depot, as use cases: {@link org.morphodepot.work.Desk} holds the accounts, the work folders and the queue
 * that everything below needs. All use cases block, take a {@link org.morphodepot.volume.Progress} and throw a
 * {@link org.morphodepot.work.WorkException}; never call them on the thread of the user interface.
 */
package org.morphodepot.work;
