/**
 * Leading a depot: what has to be done and who does it. {@link org.morphodepot.work.project.NewTasks} makes issues of
 * structures, {@link org.morphodepot.work.project.TaskBoard} shows how far they are, {@link org.morphodepot.work.project.Rights}
 * says what somebody may not do and why. Everything that blocks says so and is called from background threads.
 */
package org.morphodepot.work.project;
