package org.morphodepot.viewer.session;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.morphodepot.label.tool.Effect;
import org.morphodepot.label.tool.StrokeTool;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The tools that are installed now. In the workbench it is a service that collects {@link StrokeTool} and
 * {@link Effect} services by their {@link org.morphodepot.label.tool.Tool} properties as they come and go; tests add
 * tools themselves.
 */
@Component(service = ToolPalette.class)
public final class ToolPalette {

    private final List<Registered> registered = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    private record Registered(Object service, ToolEntry entry) {
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void addStrokeTool(StrokeTool tool, Map<String, Object> properties) {
        add(tool, entry(properties, Optional.of(tool), Optional.empty()));
    }

    public void removeStrokeTool(StrokeTool tool) {
        remove(tool);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void addEffect(Effect effect, Map<String, Object> properties) {
        add(effect, entry(properties, Optional.empty(), Optional.of(effect)));
    }

    public void removeEffect(Effect effect) {
        remove(effect);
    }

    /** All tools in the order of the palette. */
    public List<ToolEntry> tools() {
        Map<String, ToolEntry> byId = new LinkedHashMap<>();
        for (Registered each : registered) {
            byId.merge(each.entry().id(), each.entry(), ToolEntry::merge);
        }
        return byId.values().stream()
                .sorted(Comparator.comparingInt(ToolEntry::order).thenComparing(ToolEntry::label)).toList();
    }

    public Optional<ToolEntry> tool(String id) {
        return tools().stream().filter(tool -> tool.id().equals(id)).findFirst();
    }

    /** Told when a tool came or went, on any thread. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    private void add(Object service, ToolEntry entry) {
        registered.add(new Registered(service, entry));
        listeners.forEach(Runnable::run);
    }

    private void remove(Object service) {
        registered.removeIf(each -> each.service() == service);
        listeners.forEach(Runnable::run);
    }

    private static ToolEntry entry(Map<String, Object> properties, Optional<StrokeTool> stroke,
            Optional<Effect> effect) {
        String id = text(properties, "tool.id", stroke.<Object>map(tool -> tool).or(() -> effect).orElseThrow()
                .getClass().getName());
        return new ToolEntry(id, text(properties, "tool.label", id), text(properties, "tool.key", ""),
                order(properties), text(properties, "tool.hint", ""), stroke, effect);
    }

    private static String text(Map<String, Object> properties, String key, String fallback) {
        Object value = properties.get(key);
        return value == null ? fallback : value.toString();
    }

    private static int order(Map<String, Object> properties) {
        return properties.get("tool.order") instanceof Integer order ? order : 100;
    }
}
