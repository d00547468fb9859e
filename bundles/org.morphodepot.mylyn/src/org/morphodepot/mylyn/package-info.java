/**
 * GitHub issues as Mylyn tasks: the repository connector, and the task store with what a person did with tasks on this
 * computer. Start with {@code TaskStore}. Only methods that take a monitor touch the network; none belongs on the UI thread.
 */
package org.morphodepot.mylyn;
