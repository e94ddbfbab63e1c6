package org.livelabel.local.keycloak;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** Gets the one that they all share; runs after what is fast, and not at all in {@code ./check --quick}. */
@Tag("keycloak")
@Order(Integer.MAX_VALUE)
@ExtendWith(SharedKeycloak.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface NeedsKeycloak {}
