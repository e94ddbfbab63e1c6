package org.livelabel.registry.ratelimit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** May cost more than one: who is refused before that is known is told to wait until the most is there. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Costs {
    /** The most units of one request. */
    int most();
}
