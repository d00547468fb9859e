package org.morphodepot.label.ui;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.morphodepot.label.Labelling;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.viewer.session.SessionListener;
import org.morphodepot.viewer.session.Sessions;
import org.morphodepot.viewer.session.SessionsListener;

/**
 * A panel that follows the session in front. {@link #refresh} is called on the UI thread after anything changed, bursts of
 * changes as one.
 */
abstract class SessionPart implements SessionsListener, SessionListener, Labelling.Listener {

    private final Sessions sessions;
    private final Composite parent;
    private final Display display;
    private final AtomicBoolean pending = new AtomicBoolean();
    private volatile Optional<Session> session = Optional.empty();

    SessionPart(Composite parent, Sessions sessions) {
        this.parent = parent;
        this.sessions = sessions;
        this.display = parent.getDisplay();
    }

    /** Begins to follow; call it at the end of the constructor, when all controls exist. */
    final void follow() {
        sessions.addListener(this);
        parent.addDisposeListener(e -> {
            sessions.removeListener(this);
            attach(Optional.empty());
        });
        activated(sessions.active());
    }

    /** Shows the present state; UI thread. */
    abstract void refresh(Optional<Session> session);

    final Optional<Session> session() {
        return session;
    }

    final Sessions sessions() {
        return sessions;
    }

    @Override
    public final void activated(Optional<Session> next) {
        attach(next);
        later();
    }

    @Override
    public void changed(Labelling.Change change) {
        later();
    }

    @Override
    public void toolChanged() {
        later();
    }

    /** Asks for one refresh soon; any thread. */
    final void later() {
        if (!display.isDisposed() && pending.compareAndSet(false, true)) {
            display.asyncExec(this::now);
        }
    }

    private void now() {
        pending.set(false);
        if (!parent.isDisposed()) {
            refresh(session);
        }
    }

    private synchronized void attach(Optional<Session> next) {
        session.ifPresent(old -> {
            old.removeListener(this);
            old.labelling().removeListener(this);
        });
        session = next;
        next.ifPresent(now -> {
            now.addListener(this);
            now.labelling().addListener(this);
        });
    }
}
