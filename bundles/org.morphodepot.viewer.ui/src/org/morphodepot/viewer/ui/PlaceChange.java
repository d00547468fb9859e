package org.morphodepot.viewer.ui;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.volume.DatasetInfo.Choice;

/** Changes the channel or time in the background; of many wishes in a row only the last one counts. */
final class PlaceChange extends Job {

    private final Session session;
    private final Consumer<String> failed;
    private volatile Map<String, Integer> wanted;

    /** {@code failed} hears one line for people, on any thread. */
    PlaceChange(Session session, Consumer<String> failed) {
        super("Other channel or time of " + session.name());
        this.session = session;
        this.failed = failed;
        wanted = session.scan().places();
        setPriority(INTERACTIVE);
    }

    /** The places asked for last. */
    Map<String, Integer> wanted() {
        return wanted;
    }

    void to(Map<String, Integer> places) {
        wanted = places;
        schedule();
    }

    /** The next channel or time, round at the ends; nothing where there is one. */
    void step(boolean channel, int step) {
        Optional<Choice> choice = session.scan().choices().stream()
                .filter(one -> channel ? one.isChannel() : one.isTime()).findFirst();
        choice.ifPresent(one -> {
            Map<String, Integer> places = new TreeMap<>(wanted);
            places.merge(one.name(), step, (now, by) -> (int) Math.floorMod((long) now + by, one.count()));
            to(places);
        });
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        Map<String, Integer> places = wanted;
        try {
            session.choose(places);
            KeptPlaces.put(session.scan().address(), places);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            ILog.of(PlaceChange.class).warn(getName(), e);
            wanted = session.scan().places();
            session.showAgain();
            failed.accept(Reasons.of(e));
        }
        return Status.OK_STATUS;
    }
}
