/**
 * Help &gt; Welcome, and what a new person meets at the first start: what the program is, and three ways to begin. UI thread.
 * {@link org.morphodepot.app.welcome.Welcome} is the page.
 */
package org.morphodepot.app.welcome;
