package org.morphodepot.tasks.ui.active;

import java.util.Map;

import org.eclipse.ui.AbstractSourceProvider;
import org.eclipse.ui.ISources;
import org.eclipse.ui.services.IServiceLocator;
import org.morphodepot.tasks.ui.Services;

/** The variable {@code org.morphodepot.tasks.active}, yes or no: commands of the active task are enabled by it. */
public final class ActiveTaskVariable extends AbstractSourceProvider {

    private static final String NAME = "org.morphodepot.tasks.active";

    private final Runnable listener = () -> fireSourceChanged(ISources.WORKBENCH, NAME, value());
    private TaskActivation activation;

    @Override
    public void initialize(IServiceLocator locator) {
        activation = Services.get(TaskActivation.class);
        if (activation != null) {
            activation.addListener(listener);
        }
    }

    @Override
    public void dispose() {
        if (activation != null) {
            activation.removeListener(listener);
        }
    }

    private String value() {
        return activation != null && activation.active().isPresent() ? "yes" : "no";
    }

    @Override
    public Map<String, String> getCurrentState() {
        return Map.of(NAME, value());
    }

    @Override
    public String[] getProvidedSourceNames() {
        return new String[] {NAME};
    }
}
