/** The commits of the repositories: folders that share their objects, and git over HTTP. */
package org.morphodepot.forge.internal.git;
