package org.livelabel.contract;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Moments in answers have six decimals, as the log has them: the database keeps no more, so an answer from memory and one
 * that was read back are alike, and moments sort as texts.
 */
@Singleton
public class Microseconds implements ObjectMapperCustomizer {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /** After Quarkus' own, of which one registers another way to write moments. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule("microseconds").addSerializer(Instant.class, new JsonSerializer<>() {
            @Override
            public void serialize(Instant moment, JsonGenerator json, SerializerProvider provider) throws IOException {
                json.writeString(FORMAT.format(moment));
            }
        }));
    }
}
