/** How a question gets to the server and back: queue, cache, connection, failures. Not for other bundles. */
package org.morphodepot.github.internal;
