package org.livelabel.registry.life;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.livelabel.conduct.problem.Problem;
import org.livelabel.registry.problem.ProblemType;
import org.livelabel.registry.product.Day;
import org.livelabel.registry.product.ProductResponse;
import org.livelabel.registry.product.ProductState;
import org.livelabel.registry.product.ProductViews;
import org.livelabel.registry.product.Products;

/** The products that have a life: those that were published. */
@ApplicationScoped
class ListedProducts {
    private final Products products;
    private final ProductViews views;
    private final Day day;

    ListedProducts(Products products, ProductViews views, Day day) {
        this.products = products;
        this.views = views;
        this.day = day;
    }

    Optional<ProductState> find(UUID id) {
        return products.find(id);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 404 */
    ProductState require(UUID id) {
        return find(id).orElseThrow(
                        () -> Problem.of(ProblemType.NOT_LISTED, "No published product has the id " + id + "."));
    }

    /** As the API shows it now. */
    ProductResponse view(UUID id) {
        return views.views(List.of(require(id)), day.today()).getFirst();
    }
}
