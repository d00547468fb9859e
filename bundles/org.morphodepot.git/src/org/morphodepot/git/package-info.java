/**
 * What a segmenter's or a director's work needs of git, as plain records and verbs: {@link org.morphodepot.git.Clones}
 * makes a clone, {@link org.morphodepot.git.WorkFolder} is one that is open. No type of the git library appears here.
 * Everything blocks and belongs on a background thread; each open work folder is used by one thread at a time. Failures
 * are {@link org.morphodepot.git.GitException}s with a kind and one line for people.
 */
package org.morphodepot.git;
