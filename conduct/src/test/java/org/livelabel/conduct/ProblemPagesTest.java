package org.livelabel.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.livelabel.conduct.problem.CommonProblem;
import org.livelabel.conduct.problem.ProblemKind;

/** What this module answers by itself is explained like everything else; the services look after their own types. */
class ProblemPagesTest {
    private final ProblemPages pages = new ProblemPages();

    @ParameterizedTest
    @MethodSource("refusals")
    void everyTypeHasAPageThatSaysWhatItMeansAndWhatToDo(Refusal refusal) {
        String slug = refusal.type().substring(ProblemKind.BASE.length());

        String page = pages.page(slug);

        assertThat(page)
                .isNotNull()
                .contains(refusal.type(), "<h2>What it means</h2>\n<p>", "<h2>What to do</h2>\n<p>")
                .containsPattern("HTTP status [0-9, ]*" + refusal.status())
                .doesNotContain("<p></p>");
    }

    @ParameterizedTest
    @EnumSource(CommonProblem.class)
    void aTypeThatServicesShareHasTheTitleOfItsPage(CommonProblem kind) {
        String page = pages.page(kind.slug());

        assertThat(page)
                .isNotNull()
                .contains("<h1>" + kind.title() + "</h1>", kind.uri().toString())
                .containsPattern("HTTP status [0-9, ]*" + kind.status());
    }

    @Test
    void noPageIsMadeUp() {
        assertThat(pages.page("out-of-tea")).isNull();
    }

    static List<Refusal> refusals() throws IllegalAccessException {
        List<Refusal> refusals = new ArrayList<>();
        for (Field field : Refusal.class.getDeclaredFields()) {
            if (field.getType() == Refusal.class) {
                field.setAccessible(true);
                refusals.add((Refusal) field.get(null));
            }
        }
        IntStream.range(400, 600)
                .mapToObj(Refusal::of)
                .filter(refusal -> refusal.type().startsWith(ProblemKind.BASE))
                .forEach(refusals::add);
        return refusals.stream().distinct().toList();
    }
}
