/**
 * The part of GitHub's GraphQL API that we and {@code gh} use: a parser for questions, an executor, and the types. Fields that
 * are not there are an error, as with GitHub.
 */
package org.morphodepot.forge.internal.graphql;
