package org.livelabel.registry.atom;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.atom.AtomEntry.Localised;
import org.livelabel.registry.entry.PublicationType;
import org.livelabel.registry.entry.Subject;
import org.livelabel.registry.log.Publication;
import org.livelabel.registry.log.PublicationLog;
import org.livelabel.registry.organisation.OrganisationFacts;
import org.livelabel.registry.organisation.Organisations;
import org.livelabel.registry.policy.PolicyNotice;
import org.livelabel.registry.policy.PolicyNotices;
import org.livelabel.registry.product.ProductState;
import org.livelabel.registry.product.Products;
import org.livelabel.registry.wiring.RegistrySettings;

/** Puts feeds together: the versions of policies, and what else was published about the same thing. */
@ApplicationScoped
class AtomFeeds {
    /** Who comes by once a month still sees everything; all of it is in the log's own feed. */
    static final int ENTRIES = 50;

    /** Policies say more than that they were published, and come as notices. */
    private static final Set<PublicationType> OTHERS =
            EnumSet.complementOf(EnumSet.of(PublicationType.POLICY_PUBLISHED));

    private final Products products;
    private final Organisations organisations;
    private final PolicyNotices notices;
    private final PublicationLog log;
    private final RegistrySettings settings;

    AtomFeeds(
            Products products,
            Organisations organisations,
            PolicyNotices notices,
            PublicationLog log,
            RegistrySettings settings) {
        this.products = products;
        this.organisations = organisations;
        this.notices = notices;
        this.log = log;
        this.settings = settings;
    }

    /** Empty if the product is not published. */
    @Transactional
    Optional<AtomFeed> ofProduct(UUID id) {
        return products.find(id).map(product -> {
            Subject subject = Subject.product(id);
            String name = product.identity().name();
            URI label = settings.labelUrl().resolve("/l/" + product.labelCode());
            return feed(
                    subject,
                    name + ": what was published about it",
                    maker(product),
                    entries(subject, label, notices.ofProduct(id, ENTRIES)));
        });
    }

    /** Empty if nobody knows the organisation. */
    @Transactional
    Optional<AtomFeed> ofOrganisation(UUID id) {
        return organisations.find(id).map(organisation -> {
            Subject subject = Subject.organisation(id);
            URI facts = settings.publicUrl().resolve("/v1/organisations/" + id);
            return feed(
                    subject,
                    organisation.name() + ": its policies and what else was published about it",
                    organisation.name(),
                    entries(subject, facts, notices.ofOrganisation(id, ENTRIES)));
        });
    }

    private AtomFeed feed(Subject subject, String title, String author, List<AtomEntry> entries) {
        URI self = settings.publicUrl().resolve("/v1/" + subject + "/feed.atom");
        return new AtomFeed(settings.origin(), subject.toString(), title, author, self, entries);
    }

    private List<AtomEntry> entries(Subject subject, URI page, List<PolicyNotice> policies) {
        Stream<AtomEntry> others =
                log.latest(subject, OTHERS, ENTRIES).stream().map(publication -> entry(publication, page));
        return Stream.concat(others, policies.stream().map(this::entry))
                .sorted(Comparator.comparingLong(AtomEntry::index).reversed())
                .limit(ENTRIES)
                .toList();
    }

    private static AtomEntry entry(Publication publication, URI page) {
        String name = publication.type().shortName();
        return new AtomEntry(
                publication.index(), publication.publishedAt(), words(name), null, page, null, List.of(name));
    }

    private AtomEntry entry(PolicyNotice notice) {
        return new AtomEntry(
                notice.index(),
                notice.publishedAt(),
                notice.title(),
                summary(notice.summary()),
                settings.publicUrl().resolve(notice.url()),
                notice.diffUrl() == null ? null : settings.publicUrl().resolve(notice.diffUrl()),
                notice.material()
                        ? List.of(notice.kind().wireName(), "material")
                        : List.of(notice.kind().wireName()));
    }

    private String maker(ProductState product) {
        return organisations
                .find(product.manufacturer())
                .map(OrganisationFacts::name)
                .orElse("");
    }

    /** English if there is any, because the titles are; otherwise the first. */
    private static @Nullable Localised summary(@Nullable JsonNode byLanguage) {
        if (byLanguage == null || byLanguage.isEmpty()) {
            return null;
        }
        String language = byLanguage.has("en") ? "en" : byLanguage.fieldNames().next();
        return new Localised(language, byLanguage.get(language).asText());
    }

    private static String words(String name) {
        String words = name.replace('.', ' ').replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
