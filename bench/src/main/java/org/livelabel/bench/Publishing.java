package org.livelabel.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.livelabel.local.keycloak.SignIn;
import org.livelabel.local.stack.PrintedProgress;
import org.livelabel.local.stack.ServiceName;
import org.livelabel.local.stack.Stack;
import org.livelabel.local.stack.StackOptions;

/**
 * How fast facts are published and how soon they are read. The limit beside each figure is the same disk's rate of commits
 * of one small row, measured in the same run: no publication can be faster than its commit.
 */
final class Publishing {
    private static final int SINGLE = 200;
    private static final int IMPORTED = 3_000;
    private static final int DELAYS = 200;

    private final Stack stack;
    private final Api api;
    private final String organisation;

    private Publishing(Stack stack, String token) {
        this.stack = stack;
        this.api = new Api(stack.addresses(), token);
        this.organisation = stack.people().manufacturer().toString();
    }

    public static void main(String... arguments) throws Exception {
        Path repository =
                Path.of(System.getProperty("livelabel.repository", ".")).toRealPath();
        Path data = Files.createTempDirectory("livelabel-bench");
        try (Stack stack = Stack.start(
                StackOptions.aside(repository, data).withoutSampleData(),
                new PrintedProgress(System.out, false, System::nanoTime, Duration.ZERO))) {
            SignIn signIn = new SignIn(stack.addresses().realm(), Clock.systemUTC());
            memory(stack, "after the start, nothing published");
            new Publishing(
                            stack,
                            signIn.signIn(stack.people().publisher().account()).accessToken())
                    .writers();
            // tokens live for five minutes
            new Publishing(
                            stack,
                            signIn.signIn(stack.people().publisher().account()).accessToken())
                    .imports();
            new Publishing(
                            stack,
                            signIn.signIn(stack.people().publisher().account()).accessToken())
                    .delays();
            memory(stack, "at rest after the run");
        }
    }

    private void writers() throws Exception {
        Writers writers = new Writers(api, stack.people().manufacturer());
        writers.publish("warm-up", 4, 100);
        double commits = commitsPerSecond(1);
        double together = commitsPerSecond(8);
        double one = writers.publish("one", 1, SINGLE).perSecond();
        double eight = writers.publish("eight", 8, SINGLE).perSecond();
        System.out.printf("commits of one row, 1 connection       %8.0f /s%n", commits);
        System.out.printf("commits of one row, 8 connections      %8.0f /s%n", together);
        System.out.printf("single publishes, 1 writer             %8.0f /s   %.2f of the limit%n", one, one / commits);
        System.out.printf(
                "single publishes, 8 writers            %8.0f /s   %.2f of the limit%n", eight, eight / commits);
    }

    private void imports() throws Exception {
        double commits = commitsPerSecond(1);
        String file = IntStream.range(0, IMPORTED)
                .mapToObj(n -> "{\"product_ref\":\"import-%d\",%s"
                        .formatted(n, Api.draft("Imported " + n, "2031-01-01").substring(1)))
                .collect(Collectors.joining("\n"));
        long before = System.nanoTime();
        api.importAndWait(organisation, file);
        double perSecond = IMPORTED / seconds(before);
        System.out.printf(
                "import with publish, products          %8.0f /s   %.2f of the limit (two entries each)%n",
                perSecond, perSecond / commits);
    }

    private void delays() throws Exception {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < DELAYS; i++) {
            String product = api.create(organisation);
            api.write(product, Api.draft("Delay " + i, "2031-01-01"));
            JsonNode published = api.publish(product);
            long from = System.nanoTime();
            while (!api.labelIsThere(published.at("/product/label_code").asText())) {
                Thread.onSpinWait();
            }
            millis.add(seconds(from) * 1000);
        }
        millis.sort(null);
        System.out.printf(
                "from publication to label, ms          p50 %.0f, p99 %.0f, slowest %.0f (of %d)%n",
                millis.get(DELAYS / 2), millis.get(DELAYS * 99 / 100), millis.getLast(), DELAYS);
    }

    private double commitsPerSecond(int connections) throws Exception {
        stack.postgres().execute("create table if not exists commit_limit (id uuid primary key, what text)");
        int each = 200;
        try (var pool = Executors.newFixedThreadPool(connections)) {
            List<Callable<Integer>> tasks = IntStream.range(0, connections)
                    .<Callable<Integer>>mapToObj(n -> () -> insert(each))
                    .toList();
            long before = System.nanoTime();
            for (var result : pool.invokeAll(tasks)) {
                result.get();
            }
            return (double) each * connections / seconds(before);
        }
    }

    private int insert(int rows) throws SQLException {
        try (Connection connection = stack.postgres().connect("postgres");
                var insert = connection.prepareStatement("insert into commit_limit values (?, 'x')")) {
            for (int i = 0; i < rows; i++) {
                insert.setObject(1, UUID.randomUUID());
                insert.executeUpdate();
            }
        }
        return rows;
    }

    private static void memory(Stack stack, String when) throws IOException {
        System.out.println("Resident memory " + when + ":");
        for (ServiceName service : ServiceName.values()) {
            System.out.printf("  %-18s %5d MiB%n", service, resident(stack.pid(service)));
        }
        System.out.printf(
                "  %-18s %5d MiB%n",
                "keycloak", resident(stack.keycloak().process().pid()));
    }

    private static long resident(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
