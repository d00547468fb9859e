/** Requests, answers, limits and addresses; knows nothing of depots. */
package org.morphodepot.forge.internal.http;
