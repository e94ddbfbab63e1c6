package org.livelabel.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Sends requests with wrk, several at a time, each connection the next one as soon as it has its answer. */
final class Wrk {
    static final int CONNECTIONS = 4;

    private final Path folder;
    private final URI service;

    Wrk(Path folder, URI service) throws IOException {
        this.folder = folder;
        this.service = service;
        Files.writeString(folder.resolve("requests.lua"), Tool.resource("requests.lua"));
    }

    static String get(String path) {
        return "GET\t" + path + "\t";
    }

    static String post(String path, String json) {
        return "POST\t" + path + "\t" + json;
    }

    /** @param requests sent in an order of chance; fails if one of them gets no 2xx */
    Figures measure(List<String> requests, int seconds) throws IOException, InterruptedException {
        Files.write(folder.resolve("requests.tsv"), requests);
        String output = Tool.run(
                folder,
                Map.of(),
                List.of(
                        "wrk",
                        "--threads=2",
                        "--connections=" + CONNECTIONS,
                        "--duration=" + seconds + "s",
                        "--timeout=30s",
                        "--script=requests.lua",
                        service.toString(),
                        "--",
                        "requests.tsv"));
        String[] figures = output.lines()
                .filter(line -> line.startsWith("figures "))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(output))
                .split(" ");
        if (!figures[5].equals("0")) {
            throw new IllegalStateException(figures[5] + " requests failed:\n" + output);
        }
        return new Figures(
                1e6 * Long.parseLong(figures[1]) / Long.parseLong(figures[2]),
                Long.parseLong(figures[3]) / 1e3,
                Long.parseLong(figures[4]) / 1e3);
    }
}
