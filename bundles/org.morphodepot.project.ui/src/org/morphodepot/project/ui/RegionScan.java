package org.morphodepot.project.ui;

import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.operation.IRunnableContext;
import org.eclipse.swt.widgets.Display;
import org.morphodepot.github.RepoName;
import org.morphodepot.ui.MonitorProgress;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.viewer.session.Sessions;
import org.morphodepot.viewer.session.SessionsListener;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.work.Account;
import org.morphodepot.work.Desk;
import org.morphodepot.work.WorkException;
import org.morphodepot.work.project.DirectorsScan;

/** The scan of the depot whose tasks are planned: brought to the front, or opened, when boxes are to be drawn. UI thread. */
final class RegionScan {

    private final Desk desk;
    private final Account account;
    private final RepoName depot;
    private final Sessions sessions;
    private Optional<Address> address = Optional.empty();

    RegionScan(Desk desk, Account account, RepoName depot, Sessions sessions) {
        this.desk = desk;
        this.account = account;
        this.depot = depot;
        this.sessions = sessions;
    }

    /** Voxels of the scan; empty before it was opened once. */
    Optional<VoxelSize> size() {
        return opened().map(session -> session.scan().size());
    }

    private Optional<Session> opened() {
        return sessions.all().stream().filter(session -> address.filter(session.scan().address()::equals).isPresent())
                .findFirst();
    }

    /** Asks where the scan is, with progress in the wizard, and shows it; {@code failed} hears one line for people. */
    void open(IRunnableContext wizard, Consumer<Session> then, Consumer<String> failed) {
        try {
            if (address.isEmpty()) {
                address = Optional.of(ask(wizard));
            }
        } catch (WorkException e) {
            if (!e.is(WorkException.Kind.CANCELLED)) {
                failed.accept(e.getMessage());
            }
            return;
        }
        Optional<Session> front = sessions.active().filter(session -> session.scan().address().equals(address.get()));
        if (front.isPresent()) {
            then.accept(front.get());
        } else {
            sessions.addListener(new Arrival(then));
            Services.run(Names.OPEN_SCAN, Map.of(Names.OPEN_SCAN + ".address", address.get().toString()));
        }
    }

    private Address ask(IRunnableContext wizard) throws WorkException {
        Address[] found = new Address[1];
        try {
            wizard.run(true, true, monitor -> {
                try {
                    found[0] = DirectorsScan.of(desk, account, depot, new MonitorProgress("Looking for the scan", monitor));
                } catch (WorkException e) {
                    throw new InvocationTargetException(e);
                }
            });
            return found[0];
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof WorkException failure) {
                throw failure;
            }
            ILog.of(RegionScan.class).error("Looking for the scan", e.getCause());
            throw new WorkException(WorkException.Kind.BROKEN, "Something unexpected happened; the error log says more.");
        } catch (InterruptedException e) {
            throw new WorkException(WorkException.Kind.CANCELLED, "Stopped.", e);
        }
    }

    /** Waits for the scan to come to the front, once. */
    private final class Arrival implements SessionsListener {

        private final Display display = Display.getCurrent();
        private final Consumer<Session> then;

        Arrival(Consumer<Session> then) {
            this.then = then;
        }

        @Override
        public void activated(Optional<Session> session) {
            session.filter(one -> address.filter(one.scan().address()::equals).isPresent()).ifPresent(one -> {
                sessions.removeListener(this);
                if (!display.isDisposed()) {
                    display.asyncExec(() -> then.accept(one));
                }
            });
        }
    }
}
