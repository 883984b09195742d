package org.homeroom.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the OpenAPI document says of a resource's method beyond its signature. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Operation {

    /** What it does, as a sentence. */
    String does();

    /** Whom it answers. */
    String by();

    /** What it answers with, where the method's type does not tell; {@code Void} for nothing. */
    Class<?> answers() default Void.class;

    /** What it answers with otherwise; {@code Void} for nothing else. */
    Class<?> orAnswers() default Void.class;

    /** The status of success. */
    int status() default 200;

    /** Whether the answer carries the resource's version as ETag. */
    boolean versioned() default false;

    /** What it refuses beyond what its signature lets one expect. */
    ErrorCode[] refuses() default {};
}
