package org.livelabel.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BelongingsTest {
    private final List<String> closed = new ArrayList<>();
    private final Belongings belongings = new Belongings();

    @Test
    void theLastStartedIsTheFirstClosedAndOneThatFailsDoesNotHinderTheRest() {
        belongings.add(() -> closed.add("PostgreSQL"));
        belongings.add(() -> {
            throw new IllegalStateException("does not stop");
        });
        belongings.add(() -> closed.add("services"));

        belongings.close();
        belongings.close();

        assertThat(closed).containsExactly("services", "PostgreSQL");
    }

    @Test
    void whatArrivesTooLateIsClosedAtOnce() {
        belongings.close();

        assertThatThrownBy(() -> belongings.add(() -> closed.add("late"))).isInstanceOf(StartFailure.class);
        assertThat(closed).containsExactly("late");
    }
}
