package org.morphodepot.label.tool;

import org.osgi.service.component.annotations.ComponentPropertyType;

/** Service properties of a tool: enough for a palette without loading the tool. */
@ComponentPropertyType
public @interface Tool {

    String PREFIX_ = "tool.";

    /** Unique, such as {@code brush}. */
    String id();

    /** Label in headline case, such as {@code Paint}. */
    String label();

    /** Number key of the tool as in 3D Slicer, such as {@code 2}; "" for none. */
    String key() default "";

    /** Position in the palette. */
    int order() default 100;

    /** One sentence: what it does. */
    String hint() default "";
}
