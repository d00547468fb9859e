/**
 * The nouns of a forge as the workbench needs them: {@link org.morphodepot.github.RepoName}, issues, pull requests, reviews,
 * releases. All are immutable records; what the server leaves out or sends as null is an empty text, an empty
 * {@link java.util.Optional} or {@link org.morphodepot.github.Person#GHOST}, never null. The verbs are in
 * {@link org.morphodepot.github.client}. Failures are {@link org.morphodepot.github.GitHubException}s with a kind.
 */
package org.morphodepot.github;
