package org.livelabel.registry.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;

/**
 * An image that the maker delivers.
 *
 * @param release 1, 2, 3, ... for each product
 * @param imageSha256 of the image as it is delivered; it is no blob here
 * @param imageSize in bytes
 * @param signed whether the device refuses an image that the maker did not sign
 * @param antiRollback whether the device refuses to go back from it
 */
public record FirmwareReleased(
        About about,
        int release,
        LocalDate releasedOn,
        String imageSha256,
        long imageSize,
        boolean signed,
        boolean antiRollback,
        DocumentRef document)
        implements Entry {
    static FirmwareReleased from(About about, JsonNode data) {
        DataReader reader = DataReader.of(PublicationType.FIRMWARE_RELEASED, data);
        return new FirmwareReleased(
                about,
                reader.number("release"),
                reader.day("released_on"),
                reader.text("image_sha256"),
                reader.size("image_size"),
                reader.flag("signed"),
                reader.flag("anti_rollback"),
                reader.document("document"));
    }

    @Override
    public PublicationType type() {
        return PublicationType.FIRMWARE_RELEASED;
    }

    @Override
    public ObjectNode data() {
        return new DataWriter()
                .put("release", release)
                .put("released_on", releasedOn)
                .put("image_sha256", imageSha256)
                .put("image_size", imageSize)
                .put("signed", signed)
                .put("anti_rollback", antiRollback)
                .put("document", document)
                .node();
    }
}
