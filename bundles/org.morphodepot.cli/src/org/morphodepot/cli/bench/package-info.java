/**
 * The product measures itself: {@code bench load|view|paint|seg} run the same engine as the workbench and print what it
 * took. Nothing is prepared beforehand that a user would have to wait for, and nothing is left out of a figure without
 * being named.
 */
package org.morphodepot.cli.bench;
