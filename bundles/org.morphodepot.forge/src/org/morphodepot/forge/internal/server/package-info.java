/** The door to the network: who asks, for which part of the forge, and how answers go out. */
package org.morphodepot.forge.internal.server;
