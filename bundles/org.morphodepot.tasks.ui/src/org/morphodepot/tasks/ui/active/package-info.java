/**
 * The work on the active task: its context, kept from one activation to the next, checkpoints by themselves and on demand, and
 * the commands that show it to the director.
 */
package org.morphodepot.tasks.ui.active;
