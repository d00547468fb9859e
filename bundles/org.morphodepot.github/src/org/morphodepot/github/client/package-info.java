/**
 * The verbs: {@link org.morphodepot.github.client.GitHubHosts} (one in an application) signs accounts in to forges and gives a
 * {@link org.morphodepot.github.client.GitHub} for each; from there {@code issues(repo)}, {@code pulls(repo)}, … lead to what
 * can be done. All methods block and belong on a background thread; all objects are thread-safe. Calls end with
 * {@link org.morphodepot.github.GitHubException}, or with {@link java.util.concurrent.CancellationException} when the
 * {@link org.morphodepot.github.Watch} or an interrupt says so. What creates something looks first whether it is there, so
 * that it can be called again after any failure.
 */
package org.morphodepot.github.client;
