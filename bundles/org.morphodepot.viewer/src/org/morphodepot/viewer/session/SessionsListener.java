package org.morphodepot.viewer.session;

import java.util.Optional;

/** Told when sessions come, go or take turns, on the thread that did it. */
public interface SessionsListener {

    /** Another session is in front; empty when none is open. */
    void activated(Optional<Session> session);

    /** A session was closed; it must not be used any more. */
    default void closed(Session session) {
    }
}
