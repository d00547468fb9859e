package org.morphodepot.tasks.ui.list;

import org.eclipse.jface.resource.ImageDescriptor;

/** Pictures of this bundle by name. */
final class ListIcons {

    private ListIcons() {
    }

    static ImageDescriptor descriptor(String name) {
        return ImageDescriptor.createFromURL(ListIcons.class.getResource("/icons/" + name + ".svg"));
    }
}
