/** The segmenter's work from scripts: start a task, commit, submit. Commands only; what they do is in {@code work}. */
package org.morphodepot.cli.work;
