/**
 * Shows work to the director and hears the answer: {@link org.morphodepot.work.submit.Submit}.
 * Blocking; background threads only.
 */
package org.morphodepot.work.submit;
