package org.livelabel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.livelabel.postgres.Database;

/** Sends SQL with pgbench, prepared, as the owner of the service's database. */
final class Pgbench {
    private final Path folder;
    private final Database database;
    private final int port;

    Pgbench(Path folder, Database database, int port) {
        this.folder = folder;
        this.database = database;
        this.port = port;
    }

    /** @param scripts one of them at a time by chance; :copies is how many products were made */
    Figures measure(List<String> scripts, int connections, int seconds, int copies)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("pgbench", "pgbench"),
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + connections,
                "--jobs=" + Math.min(connections, 2),
                "--time=" + seconds,
                "--define=copies=" + copies,
                "--log",
                "--log-prefix=latency",
                "--host=localhost",
                "--port=" + port,
                "--username=" + database.owner().user()));
        for (int i = 0; i < scripts.size(); i++) {
            Path script = folder.resolve("script-" + i + ".sql");
            Files.writeString(script, scripts.get(i));
            command.add("--file=" + script.getFileName());
        }
        command.add(database.name());
        removeLogs();
        long before = System.nanoTime();
        String output = Tool.run(folder, Map.of("PGPASSWORD", database.owner().password()), command);
        double taken = Math.min((System.nanoTime() - before) / 1e9, seconds);
        List<Double> millis = latencies();
        if (millis.isEmpty()) {
            throw new IllegalStateException(output);
        }
        return Figures.of(millis, taken);
    }

    /** A line for each transaction; its third word is how long it took, in microseconds. */
    private List<Double> latencies() throws IOException {
        List<Double> millis = new ArrayList<>();
        for (Path log : logs()) {
            for (String line : Files.readAllLines(log)) {
                millis.add(Long.parseLong(line.split(" ")[2]) / 1e3);
            }
        }
        return millis;
    }

    private void removeLogs() throws IOException {
        for (Path log : logs()) {
            Files.delete(log);
        }
    }

    private List<Path> logs() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("latency."))
                    .toList();
        }
    }
}
