package org.morphodepot.label.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.morphodepot.label.tool.Effect;
import org.morphodepot.label.tool.Option;
import org.morphodepot.label.tool.StrokeTool;
import org.morphodepot.label.tool.Tool;

class ServicesTest {

    private final Map<Object, List<Option>> tools = new HashMap<>();

    ServicesTest() {
        ServiceLoader.load(StrokeTool.class).forEach(tool -> tools.put(tool, tool.options()));
        ServiceLoader.load(Effect.class).forEach(effect -> tools.put(effect, effect.options()));
    }

    @Test
    void everyTool_saysWhatItIs() {
        assertFalse(tools.isEmpty());
        for (Object tool : tools.keySet()) {
            Tool properties = tool.getClass().getAnnotation(Tool.class);
            assertFalse(properties.label().isBlank(), tool.toString());
            assertTrue(properties.hint().endsWith("."), properties.id());
        }
    }

    @Test
    void keys_areUniqueAndThoseOfSlicer() {
        Map<String, String> keys = new HashMap<>();
        for (Object tool : tools.keySet()) {
            Tool properties = tool.getClass().getAnnotation(Tool.class);
            String other = properties.key().isEmpty() ? null : keys.put(properties.key(), properties.id());
            assertTrue(other == null || other.equals(properties.id()), properties.key());
        }
        assertEquals("brush", keys.get("2"));
        assertEquals("draw", keys.get("3"));
        assertEquals("eraser", keys.get("4"));
    }

    @Test
    void options_haveUniqueIdsLabelsHintsAndUsableInitialValues() {
        tools.forEach((tool, options) -> {
            Set<String> ids = new HashSet<>();
            for (Option option : options) {
                assertTrue(ids.add(option.id()), tool + " " + option.id());
                assertFalse(option.label().isBlank() || option.hint().isBlank(), tool + " " + option.id());
                if (option instanceof Option.Number n) {
                    assertTrue(n.min() <= n.initial() && n.initial() <= n.max() && n.step() > 0, tool + " " + n.id());
                }
                if (option instanceof Option.Choice c) {
                    assertEquals(c.values().size(), c.labels().size());
                    assertEquals(c.values().size(), new HashSet<>(new ArrayList<>(c.values())).size());
                }
            }
        });
    }
}
