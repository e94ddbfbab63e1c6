package org.livelabel.bench;

import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.livelabel.local.keycloak.SignIn;
import org.livelabel.local.stack.PrintedProgress;
import org.livelabel.local.stack.ServiceName;
import org.livelabel.local.stack.Stack;
import org.livelabel.local.stack.StackOptions;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/**
 * How reading and publishing cost as the registry grows. Beside each figure stands pgbench with the SQL that brings the
 * same rows, on the same database in the same minute: no service can be faster than its database.
 */
final class Catalogue {
    private static final List<Integer> SIZES =
            List.of(System.getProperty("livelabel.sizes", "2000,20000,200000").split(",")).stream()
                    .map(Integer::valueOf)
                    .toList();
    private static final int SECONDS = 10;
    private static final int LOOKED_UP = 1_000;
    private static final int PUBLISHED = 200;

    private final Stack stack;
    private final Path folder;
    private final Copies copies;
    private final Wrk wrk;
    private final Pgbench pgbench;

    private Catalogue(Stack stack, Path folder) throws Exception {
        this.stack = stack;
        this.folder = folder;
        this.copies = new Copies(stack);
        this.wrk = new Wrk(folder, stack.addresses().registry());
        this.pgbench = new Pgbench(
                folder, stack.database(ServiceName.REGISTRY), stack.postgres().port());
    }

    public static void main(String... arguments) throws Exception {
        Path repository =
                Path.of(System.getProperty("livelabel.repository", ".")).toRealPath();
        Path data = Files.createTempDirectory("livelabel-bench");
        try (Stack stack = Stack.start(
                StackOptions.aside(repository, data),
                new PrintedProgress(System.out, false, System::nanoTime, Duration.ZERO))) {
            // they would follow the feed while the registry is measured
            stack.stopService(ServiceName.LABEL);
            stack.stopService(ServiceName.WEB);
            Catalogue catalogue = new Catalogue(stack, Files.createTempDirectory("livelabel-bench-load"));
            for (int size : SIZES) {
                catalogue.measure(size);
            }
            catalogue.export();
        }
    }

    private void measure(int size) throws Exception {
        double rebuilt = copies.growTo(size);
        System.out.printf("%n%,d products; projections rebuilt from %.0f entries a second%n", size, rebuilt);
        System.out.printf(
                "%-34s %10s %8s %8s %12s %8s %8s%n",
                "", "service/s", "p50 ms", "p99 ms", "plain SQL/s", "p99 ms", "ratio");
        List<String> gtins = copies.gtins(20_000);
        read(
                "lookup by GTIN",
                gtins.stream()
                        .map(gtin -> Wrk.get("/v1/products/by-gtin/" + gtin))
                        .toList(),
                List.of(Tool.resource("by-gtin.sql")));
        List<List<String>> thousands = thousands(gtins);
        read(
                "products:lookup, 1,000 GTINs",
                thousands.stream()
                        .map(some -> Wrk.post(
                                "/v1/products:lookup",
                                some.stream().collect(Collectors.joining("\",\"", "{\"gtins\":[\"", "\"]}"))))
                        .toList(),
                thousands.stream()
                        .map(some -> Tool.resource("lookup.sql")
                                .formatted(some.stream().collect(Collectors.joining("','", "'", "'"))))
                        .toList());
        List<String[]> searches = searches();
        read(
                "search with three filters, 50 rows",
                searches.stream().map(s -> Wrk.get(search(s))).toList(),
                searches.stream()
                        .map(s -> Tool.resource("search.sql").formatted((Object[]) s))
                        .toList());
        read(
                "the same, with all facets",
                searches.stream().map(s -> Wrk.get(search(s) + "&facets=true")).toList(),
                List.of());
        read(
                "search for two words",
                Stream.of("pixel+pro", "galaxy+tab", "iphone+max", "nokia+5", "fairphone+4")
                        .map(words -> Wrk.get("/v1/products?q=" + words))
                        .toList(),
                List.of());
        publish(1);
        publish(8);
    }

    private void read(String what, List<String> requests, List<String> scripts) throws Exception {
        warmUp(requests);
        Figures service = wrk.measure(requests, SECONDS);
        if (scripts.isEmpty()) {
            print(what, service, null);
            return;
        }
        pgbench.measure(scripts, Wrk.CONNECTIONS, SECONDS / 2, copies.count());
        print(what, service, pgbench.measure(scripts, Wrk.CONNECTIONS, SECONDS, copies.count()));
    }

    /** Until it gets no faster: a fresh service takes a minute or two to be compiled. */
    private void warmUp(List<String> requests) throws Exception {
        double best = 0;
        for (int slower = 0; slower < 3; ) {
            double perSecond = wrk.measure(requests, SECONDS / 2).perSecond();
            slower = perSecond > 1.03 * best ? 0 : slower + 1;
            best = Math.max(best, perSecond);
        }
    }

    private void publish(int writers) throws Exception {
        // tokens live for five minutes
        SignIn signIn = new SignIn(stack.addresses().realm(), Clock.systemUTC());
        String token = signIn.signIn(stack.people().publisher().account()).accessToken();
        Writers all =
                new Writers(new Api(stack.addresses(), token), stack.people().manufacturer());
        double best = 0;
        for (int slower = 0; slower < 2; ) {
            double perSecond = all.publish("warm-up", writers, PUBLISHED).perSecond();
            slower = perSecond > 1.05 * best ? 0 : slower + 1;
            best = Math.max(best, perSecond);
        }
        Figures service = all.publish("measured", writers, PUBLISHED);
        Figures sql = pgbench.measure(List.of(Tool.resource("publish.sql")), writers, SECONDS, copies.count());
        copies.execute(Tool.resource("after-publish.sql"));
        print("publish, " + writers + (writers == 1 ? " writer" : " writers"), service, sql);
    }

    private void export() throws Exception {
        long before = System.nanoTime();
        Path file = folder.resolve("products.ndjson.gz");
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create(stack.addresses().registry() + "/v1/export/products.ndjson.gz"))
                                .build(),
                        HttpResponse.BodyHandlers.ofFile(file));
        double service = seconds(before);
        before = System.nanoTime();
        try (var connection = copies.connect();
                OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("copy.gz")))) {
            new CopyManager(connection.unwrap(BaseConnection.class))
                    .copyOut("copy (select state from projection.product order by id) to stdout", out);
        }
        double sql = seconds(before);
        System.out.printf(
                "%nexport of everything: %.1f s, %.1f MB; copy of the same rows through gzip: %.1f s, %.1f MB; ratio %.2f%n",
                service, Files.size(file) / 1e6, sql, Files.size(folder.resolve("copy.gz")) / 1e6, sql / service);
    }

    /** Category and data type of what is there: a filter that finds nothing would be cheap. */
    private List<String[]> searches() throws Exception {
        return copies.strings("""
                        select distinct category || ' ' || substring(trait from 10)
                        from projection.product_search, unnest(traits) trait
                        where trait like 'collects:%' and support_end > current_date + 180
                        order by 1 limit 60""").stream().map(words -> words.split(" ")).toList();
    }

    private static String search(String[] words) {
        return "/v1/products?category=" + words[0] + "&support_status=supported&collects=" + words[1];
    }

    private static List<List<String>> thousands(List<String> gtins) {
        List<List<String>> thousands = new ArrayList<>();
        for (int from = 0; from + LOOKED_UP <= gtins.size(); from += LOOKED_UP) {
            thousands.add(gtins.subList(from, from + LOOKED_UP));
        }
        return thousands;
    }

    private static void print(String what, Figures service, @Nullable Figures sql) {
        System.out.printf("%-34s %10.1f %8.1f %8.1f", what, service.perSecond(), service.p50(), service.p99());
        if (sql != null) {
            System.out.printf(" %12.1f %8.1f %8.2f", sql.perSecond(), sql.p99(), service.perSecond() / sql.perSecond());
        }
        System.out.println();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
