package org.morphodepot.label.tool;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * Service properties of a tool: enough for a palette without loading the tool. Also kept at run time, for programs that find
 * tools by {@link java.util.ServiceLoader}.
 */
@ComponentPropertyType
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
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
