package org.livelabel.registry.framework;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of a published framework, in our own words.
 *
 * @param note what its answers are not
 * @param scope the device groups that it speaks of; for others its gap list is advice
 */
public record Framework(
        String id,
        String version,
        String title,
        String publisher,
        String note,
        List<String> scope,
        List<Criterion> criteria) {

    /**
     * @param importance required, recommended or advice, by device group
     * @param sources where its answer is taken from
     */
    public record Criterion(
            String id,
            String section,
            String title,
            String explanation,
            Map<String, String> importance,
            List<Source> sources) {
        private static final String POLICY = "record:policy/";

        public String importanceFor(String deviceGroup) {
            return importance.getOrDefault(deviceGroup, "advice");
        }

        /** The kind of policy that can answer it, too; null if none can. No criterion looks at more than one. */
        public @Nullable String policyKind() {
            return sources.stream()
                    .flatMap(source -> source.fields().stream())
                    .filter(field -> field.startsWith(POLICY))
                    .map(field -> field.substring(POLICY.length()))
                    .findFirst()
                    .orElse(null);
        }

        public Answer answer(Stated stated) {
            return Answer.of(sources.stream()
                    .flatMap(source -> source.answers(stated).stream())
                    .toList());
        }

        /** The sources that leave this criterion short of a yes. */
        public List<Source> open(Stated stated) {
            return sources.stream()
                    .filter(source -> {
                        Answer answer = Answer.of(source.answers(stated));
                        return answer != Answer.YES && answer != Answer.NOT_APPLICABLE;
                    })
                    .toList();
        }
    }
}
