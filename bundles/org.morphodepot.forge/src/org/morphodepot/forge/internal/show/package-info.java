/** How things look in answers of the REST API: GitHub's documents, of version 2022-11-28. */
package org.morphodepot.forge.internal.show;
