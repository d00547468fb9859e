/** Reads answers: whatever may be missing or null may be, what a noun cannot be without is a malformed answer. */
package org.morphodepot.github.internal.json;
