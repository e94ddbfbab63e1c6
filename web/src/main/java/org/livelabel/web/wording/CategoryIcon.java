package org.livelabel.web.wording;

/** The drawing beside a category's name; always beside words, so an unknown category just gets a box. */
public final class CategoryIcon {
    private CategoryIcon() {}

    /** @return the id of a symbol in {@code icons.svg} */
    public static String of(String category) {
        return switch (category) {
            case "appliance" -> "washing-machine";
            case "baby-monitor" -> "baby";
            case "camera" -> "webcam";
            case "doorbell" -> "bell-ring";
            case "e-reader" -> "book-open-text";
            case "fitness-band" -> "activity";
            case "hub" -> "house";
            case "laptop" -> "laptop";
            case "light" -> "lightbulb";
            case "lock" -> "lock";
            case "phone" -> "smartphone";
            case "plug" -> "plug";
            case "router" -> "router";
            case "sensor" -> "radar";
            case "single-board-computer" -> "cpu";
            case "speaker" -> "speaker";
            case "tablet" -> "tablet";
            case "television" -> "tv";
            case "thermostat" -> "thermometer";
            case "toy" -> "toy-brick";
            case "vacuum" -> "bot";
            case "watch" -> "watch";
            default -> "package";
        };
    }
}
