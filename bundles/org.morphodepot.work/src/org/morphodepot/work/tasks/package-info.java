/**
 * What there is to do. {@link org.morphodepot.work.tasks.TaskBook} asks the forge and remembers the answers, so that a
 * {@link org.morphodepot.work.tasks.Task} stays visible without a network. Methods named {@code known…} read only the disk;
 * all others may wait for the network.
 */
package org.morphodepot.work.tasks;
