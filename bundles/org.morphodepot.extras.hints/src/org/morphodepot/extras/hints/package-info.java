/**
 * A small add-on: a view with one tip at a time. It is installed from the extras site and shows by example what such an
 * add-on needs. Start reading with {@link org.morphodepot.extras.hints.Hints}.
 */
package org.morphodepot.extras.hints;
