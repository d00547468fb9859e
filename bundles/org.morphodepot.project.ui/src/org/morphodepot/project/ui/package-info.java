/**
 * The director's views: overview, task board, reviews, the difference of an open contribution, and the wizard that makes tasks.
 * All of them show what {@link org.morphodepot.project.ui.Director} knows; its state is of the UI thread.
 */
package org.morphodepot.project.ui;
