/**
 * Help &gt; Practice Depot: a forge in this program, a depot on it, a director and two segmenters to be, and the steps of the
 * cheat sheet that leads through the whole loop. {@link org.morphodepot.app.practice.PracticeForge} is the forge.
 */
package org.morphodepot.app.practice;
