package org.livelabel.registry.review;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.draft.Draft;
import org.livelabel.registry.draft.DraftContent;
import org.livelabel.registry.draft.Drafts;
import org.livelabel.registry.framework.Answer;
import org.livelabel.registry.framework.Framework;
import org.livelabel.registry.framework.Frameworks;
import org.livelabel.registry.framework.RecordSource;
import org.livelabel.registry.framework.Stated;
import org.livelabel.registry.log.Documents;
import org.livelabel.registry.product.Day;
import org.livelabel.registry.product.ProductState;
import org.livelabel.registry.product.Products;
import org.livelabel.registry.promise.SupportTerms;

/** What a draft still leaves open, framework by framework, as if it had been published. */
@ApplicationScoped
class DraftCheck {
    private final Drafts drafts;
    private final Products products;
    private final Documents documents;
    private final Frameworks frameworks;
    private final List<RecordSource> sources;
    private final GapWords words;
    private final Day day;

    DraftCheck(
            Drafts drafts,
            Products products,
            Documents documents,
            Frameworks frameworks,
            @All List<RecordSource> sources,
            GapWords words,
            Day day) {
        this.drafts = drafts;
        this.products = products;
        this.documents = documents;
        this.frameworks = frameworks;
        this.sources = sources;
        this.words = words;
        this.day = day;
    }

    @Transactional
    CheckResult of(UUID product) {
        Draft draft = drafts.get(product);
        DraftContent content = drafts.content(draft);
        ProductState published = products.find(product).orElse(null);
        JsonNode disclosure = disclosure(content, published);
        SupportTerms support = support(content, published);
        Stated stated = Stated.of(disclosure, records(draft, support));
        String group = content.identity().deviceGroup();
        return new CheckResult(
                draft.version(),
                frameworks.all().stream()
                        .map(framework -> check(framework, group, stated))
                        .toList(),
                new DraftWarnings(day.today()).of(content.identity(), support, disclosure));
    }

    /** A part that the draft leaves out stays as it was published. */
    private @Nullable JsonNode disclosure(DraftContent content, @Nullable ProductState published) {
        if (content.disclosure() != null || published == null || published.disclosure() == null) {
            return content.disclosure();
        }
        return documents.readIfShown(published.disclosure().document().sha256());
    }

    private static @Nullable SupportTerms support(DraftContent content, @Nullable ProductState published) {
        if (content.support() != null || published == null || published.support() == null) {
            return content.support();
        }
        return published.support().terms();
    }

    private Map<String, String> records(Draft draft, @Nullable SupportTerms support) {
        Map<String, String> records = new HashMap<>();
        records.put("identity", "stated");
        records.put("manufacturer", "stated");
        if (support != null) {
            records.put("support", support.kind());
        }
        sources.forEach(source -> source.recordsFor(draft.id(), draft.manufacturer(), day.today())
                .forEach(record -> records.put(record, "stated")));
        return records;
    }

    private FrameworkCheck check(Framework framework, String group, Stated stated) {
        Map<Answer, Integer> counts = new EnumMap<>(Answer.class);
        List<Gap> gaps = framework.criteria().stream()
                .filter(criterion -> {
                    Answer answer = criterion.answer(stated);
                    counts.merge(answer, 1, Integer::sum);
                    return answer != Answer.YES && answer != Answer.NOT_APPLICABLE;
                })
                .map(criterion -> gap(criterion, group, stated))
                .toList();
        Map<String, Integer> byName = new TreeMap<>();
        counts.forEach((answer, count) -> byName.put(answer.wireName(), count));
        return new FrameworkCheck(
                framework.id(),
                framework.version(),
                framework.title(),
                framework.note(),
                framework.scope().contains(group),
                byName,
                gaps);
    }

    private Gap gap(Framework.Criterion criterion, String group, Stated stated) {
        Answer answer = criterion.answer(stated);
        var open = criterion.open(stated);
        return new Gap(
                criterion.id(),
                criterion.title(),
                criterion.importanceFor(group),
                answer,
                words.missing(answer, open),
                open.stream()
                        .flatMap(source -> source.fields().stream())
                        .distinct()
                        .toList());
    }

    @Schema(name = "CheckResult")
    record CheckResult(int draftVersion, List<FrameworkCheck> frameworks, List<DraftWarnings.Warning> warnings) {}

    /**
     * @param inScope false: the framework does not speak of such devices, and its gaps are advice
     * @param answers how many criteria have each answer
     */
    @Schema(name = "FrameworkCheck")
    record FrameworkCheck(
            String id,
            String version,
            String title,
            String note,
            boolean inScope,
            Map<String, Integer> answers,
            List<Gap> gaps) {}

    /**
     * @param importance required, recommended or advice
     * @param missing in plain English
     * @param fields JSON Pointers into the disclosure, and record: names, that can fill the gap
     */
    @Schema(name = "Gap")
    record Gap(String criterion, String title, String importance, Answer answer, String missing, List<String> fields) {}
}
