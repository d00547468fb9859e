package org.morphodepot.forge.internal.graphql;

import java.util.List;
import java.util.Map;

/** A parsed document: the operation to run, defaults of its variables, and fragments by name. */
record Question(String kind, Map<String, Object> defaults, List<Selection> selections, Map<String, Selection.Inline> fragments) {
}
