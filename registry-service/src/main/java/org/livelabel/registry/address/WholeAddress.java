package org.livelabel.registry.address;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.net.URI;
import org.eclipse.microprofile.config.ConfigProvider;

/** Puts the service's public address before a path, in bodies by {@link Address} and in headers by {@link #of}. */
public final class WholeAddress extends JsonSerializer<String> {
    @Override
    public void serialize(String path, JsonGenerator json, SerializerProvider provider) throws IOException {
        json.writeString(of(path).toString());
    }

    /** @param path with its query, escaped as it has to be */
    public static URI of(String path) {
        return URI.create(origin() + path);
    }

    private static String origin() {
        String address = ConfigProvider.getConfig().getValue("livelabel.public-url", String.class);
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
