/** Browsing all depots of a forge: journals where there are some, the topic search elsewhere; filters and a table as CSV. */
package org.morphodepot.work.search;
