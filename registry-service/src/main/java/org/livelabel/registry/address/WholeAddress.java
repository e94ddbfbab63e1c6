package org.livelabel.registry.address;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import org.eclipse.microprofile.config.ConfigProvider;

/** Puts the service's public address before a path. */
public final class WholeAddress extends JsonSerializer<String> {
    @Override
    public void serialize(String path, JsonGenerator json, SerializerProvider provider) throws IOException {
        json.writeString(origin() + path);
    }

    private static String origin() {
        String address = ConfigProvider.getConfig().getValue("livelabel.public-url", String.class);
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
