/**
 * Drives a running workbench with real events: {@link org.morphodepot.testing.ui.Robot} finds widgets by id or text, moves
 * the X pointer, presses its buttons and types keys through {@code xdotool}, so that a test takes the same path as a hand.
 * Tests run beside the UI thread, never on it.
 */
package org.morphodepot.testing.ui;
