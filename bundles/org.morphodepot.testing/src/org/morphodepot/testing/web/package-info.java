/**
 * Web servers on this computer for tests: {@link org.morphodepot.testing.web.LoopbackServer} answers by a
 * {@link org.morphodepot.testing.web.Responder}, for instance with the files of a folder, counts what it was asked and
 * misbehaves on demand ({@link org.morphodepot.testing.web.Fault}).
 */
package org.morphodepot.testing.web;
