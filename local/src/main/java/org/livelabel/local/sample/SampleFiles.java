package org.livelabel.local.sample;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The files below {@code sample/}. */
final class SampleFiles {
    static final String FIRST_PROMISE = "camera-first-promise.json";
    static final List<String> HALDEN_HOME = List.of("camera.json", "thermostat.json", "fitness-band.json");

    private static final ObjectMapper JSON = new ObjectMapper();

    private SampleFiles() {}

    static List<Device> devices() {
        try {
            return JSON.readValue(bytes("devices.json"), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode haldenHome(String file) {
        try {
            return JSON.readTree(bytes("halden-home/" + file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String name) {
        try (InputStream file = SampleFiles.class.getResourceAsStream("/sample/" + name)) {
            if (file == null) {
                throw new IllegalStateException("no file sample/" + name);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
