package org.livelabel.registry.exports;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.livelabel.registry.log.PublicationLog;
import org.livelabel.registry.product.ProductState;
import org.livelabel.registry.product.ProductViews;
import org.livelabel.registry.product.Products;
import org.livelabel.registry.wiring.Work;

/**
 * Writes all products as they stand at one index of the log, in the order of their ids. One read-only snapshot of the
 * database from the first line to the last; no more than a page of products is in memory.
 */
@ApplicationScoped
class ProductExport {
    private static final int PAGE = 500;
    /** Who reads slower is cut off, and sees it: the last line is missing. */
    private static final int TIMEOUT_SECONDS = 1800;

    private final Products products;
    private final ProductViews views;
    private final PublicationLog log;
    private final EntityManager entityManager;
    private final ObjectMapper mapper;

    ProductExport(
            Products products,
            ProductViews views,
            PublicationLog log,
            EntityManager entityManager,
            ObjectMapper mapper) {
        this.products = products;
        this.views = views;
        this.log = log;
        this.entityManager = entityManager;
        this.mapper = mapper;
    }

    /** @param starts told the index before anything is written */
    void write(OutputStream out, LocalDate day, LongConsumer starts) {
        Work.atLength(
                () -> QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).run(() -> {
                    entityManager
                            .createNativeQuery("set transaction isolation level repeatable read, read only")
                            .executeUpdate();
                    long index = log.size() - 1;
                    starts.accept(index);
                    try (GZIPOutputStream zipped = new GZIPOutputStream(out, 32 * 1024)) {
                        write(zipped, day, index);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
    }

    private void write(OutputStream out, LocalDate day, long index) throws IOException {
        ObjectWriter lines = mapper.writer();
        line(lines, out, new Start("products", index, day));
        long count = 0;
        UUID last = null;
        List<ProductState> page = page(last);
        while (!page.isEmpty()) {
            for (var product : views.views(page, day)) {
                line(lines, out, product);
            }
            count += page.size();
            last = page.getLast().id();
            page = page(last);
        }
        line(lines, out, new End(true, count));
    }

    private List<ProductState> page(@Nullable UUID after) {
        entityManager.clear();
        return products.after(after, PAGE);
    }

    private static void line(ObjectWriter lines, OutputStream out, Object value) throws IOException {
        out.write(lines.writeValueAsString(value).getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }

    /**
     * The first line.
     *
     * @param asOfIndex the last entry of the log that is contained; -1 before the first
     * @param on the UTC day for which statuses were computed
     */
    record Start(String export, long asOfIndex, LocalDate on) {}

    /** The last line. An export without it was cut off. */
    record End(boolean end, long count) {}
}
