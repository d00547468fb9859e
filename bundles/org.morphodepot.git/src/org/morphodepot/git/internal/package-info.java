/** How the verbs are done with JGit. */
package org.morphodepot.git.internal;
