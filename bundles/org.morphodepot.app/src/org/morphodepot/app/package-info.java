/**
 * The application: it opens the workbench window with its menus, its two perspectives and its themes. Start reading
 * with {@link org.morphodepot.app.Application}. The parts inside the window come from the {@code .ui} bundles; nothing
 * imports this package.
 */
package org.morphodepot.app;
