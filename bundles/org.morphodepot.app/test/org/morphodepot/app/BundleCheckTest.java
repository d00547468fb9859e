package org.morphodepot.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class BundleCheckTest {

    private static final List<String> LIST = List.of("#version=1", "a,1.0.0,plugins/a.jar,4,false",
            "b,2.0.0,plugins/b.jar,4,false");

    @Test
    void resolvedBundles_areNoProblem() {
        assertEquals(List.of(), BundleCheck.problems(LIST, Map.of("a 1.0.0", true, "b 2.0.0", true)));
    }

    @Test
    void missingBundle_isNamedAsRejected() {
        assertEquals(List.of("Bundle b 2.0.0 is part of the product but was rejected"),
                BundleCheck.problems(LIST, Map.of("a 1.0.0", true)));
    }

    @Test
    void unresolvedBundle_isNamed() {
        assertEquals(List.of("Bundle c 1.0.0 is installed but cannot be resolved"),
                BundleCheck.problems(List.of(), Map.of("c 1.0.0", false)));
    }
}
