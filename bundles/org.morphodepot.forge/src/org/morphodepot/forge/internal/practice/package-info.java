/** The specimen, files and tasks of the practice depot. */
package org.morphodepot.forge.internal.practice;
