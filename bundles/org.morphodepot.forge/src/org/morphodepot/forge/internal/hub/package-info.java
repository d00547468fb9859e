/**
 * What GitHub does, whichever way it was asked: rights, issues, pull requests, forks, merges. Everything here runs inside
 * {@link org.morphodepot.forge.internal.state.Store#inTurn} and refuses with the words GitHub uses.
 */
package org.morphodepot.forge.internal.hub;
