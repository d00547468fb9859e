/**
 * A small GitHub on this very computer, to practise on and to test against: {@link org.morphodepot.forge.Forge} serves,
 * {@link org.morphodepot.forge.PracticeDepot} fills it with a depot and people. It listens to the loopback address only and
 * remembers everything in one folder. All of it may be used from any thread.
 */
package org.morphodepot.forge;
