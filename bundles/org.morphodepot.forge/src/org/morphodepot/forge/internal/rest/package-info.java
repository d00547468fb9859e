/** The REST API, one class for each family of questions. */
package org.morphodepot.forge.internal.rest;
