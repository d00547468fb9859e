package org.morphodepot.viewer.ui;

import java.net.URI;
import java.util.Optional;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.volume.Address;

/** What an editor shows: the address the user opened, and the session when it is open already. */
public final class ScanInput implements IEditorInput, IPersistableElement {

    private static final String ADDRESS = "address";

    private final Address address;
    private final Session session;

    /** Not open yet: the editor opens it. */
    ScanInput(Address address) {
        this(address, null);
    }

    ScanInput(Address address, Session session) {
        this.address = address;
        this.session = session;
    }

    Address address() {
        return address;
    }

    Optional<Session> session() {
        return Optional.ofNullable(session);
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return null;
    }

    @Override
    public String getName() {
        return address.name();
    }

    @Override
    public String getToolTipText() {
        return address.toString();
    }

    @Override
    public IPersistableElement getPersistable() {
        return this;
    }

    @Override
    public void saveState(IMemento memento) {
        memento.putString(ADDRESS, address.uri().toString());
    }

    @Override
    public String getFactoryId() {
        return Factory.class.getName();
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        return Adapters.adapt(session, adapter);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScanInput input && input.address.equals(address);
    }

    @Override
    public int hashCode() {
        return address.hashCode();
    }

    /** Brings back the scans that were open when the workbench was closed. */
    public static final class Factory implements IElementFactory {

        @Override
        public IAdaptable createElement(IMemento memento) {
            String address = memento.getString(ADDRESS);
            return address == null ? null : new ScanInput(new Address(URI.create(address)));
        }
    }
}
