package org.morphodepot.viewer.ui;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;
import org.morphodepot.viewer.session.OpenRequest;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.viewer.session.Spacing;
import org.morphodepot.volume.Address;

/**
 * What an editor shows: the address the user opened, the labels asked for when they are not those beside it, what people call
 * the two together, and the session when it is open already.
 */
public final class ScanInput implements IEditorInput, IPersistableElement {

    private static final String ADDRESS = "address";
    private static final String LABELS = "labels";
    private static final String TITLE = "title";

    private final Address address;
    private final Path labels;
    private final String title;
    private final Session session;

    /**
     * Not open yet: the editor opens it.
     *
     * @param title for the tab, where the names of the files say nothing to people
     */
    ScanInput(Address address, Optional<Path> labels, Optional<String> title) {
        this(address, labels.orElse(null), title.orElse(null), null);
    }

    private ScanInput(Address address, Path labels, String title, Session session) {
        this.address = address;
        this.labels = labels;
        this.title = title;
        this.session = session;
    }

    /** The same, with the session that shows it. */
    ScanInput with(Session opened) {
        return new ScanInput(address, labels, title, opened);
    }

    /** What to open, at the channel and time shown last; looks at the file system. */
    OpenRequest request() {
        OpenRequest request = labels == null ? OpenRequest.of(address) : OpenRequest.of(address, labels);
        return request.at(KeptPlaces.of(request.address())).spaced(spacing(request.address()));
    }

    /** Those who come with labels, as tasks do, must all count alike: nobody is asked. */
    private Spacing spacing(Address scan) {
        return labels != null ? new Spacing.Voxels() : KeptSpacings.of(scan).orElseGet(Spacing.Ask::new);
    }

    Optional<Path> labels() {
        return Optional.ofNullable(labels);
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
        return title != null ? title : labels == null ? address.name() : labels.getFileName() + " \u00b7 " + address.name();
    }

    @Override
    public String getToolTipText() {
        return title != null ? title + "\n" + address
                : labels == null ? address.toString() : address + "\nLabels: " + labels;
    }

    /** Whether it has a name that its files do not tell. */
    boolean isTitled() {
        return title != null;
    }

    @Override
    public IPersistableElement getPersistable() {
        return this;
    }

    @Override
    public void saveState(IMemento memento) {
        memento.putString(ADDRESS, address.uri().toString());
        if (labels != null) {
            memento.putString(LABELS, labels.toString());
        }
        if (title != null) {
            memento.putString(TITLE, title);
        }
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
        return other instanceof ScanInput input && input.address.equals(address)
                && Objects.equals(input.labels, labels);
    }

    @Override
    public int hashCode() {
        return Objects.hash(address, labels);
    }

    /** Brings back the scans that were open when the workbench was closed. */
    public static final class Factory implements IElementFactory {

        @Override
        public IAdaptable createElement(IMemento memento) {
            String address = memento.getString(ADDRESS);
            String labels = memento.getString(LABELS);
            return address == null ? null
                    : new ScanInput(new Address(URI.create(address)), Optional.ofNullable(labels).map(Path::of),
                            Optional.ofNullable(memento.getString(TITLE)));
        }
    }
}
