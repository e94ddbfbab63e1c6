package org.livelabel.web.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.livelabel.texts.LabelCode;
import org.livelabel.web.page.Typed;
import org.livelabel.web.registry.Category;

/** What somebody typed, and the kind of product they chose; null where they left it empty. */
record Query(@Nullable String words, @Nullable String category) {
    private static final Pattern NUMBER = Pattern.compile("[0-9](?:[ -]*[0-9]){7,}");

    static Query of(@Nullable String words, @Nullable String category) {
        return new Query(Typed.words(words), Typed.words(category));
    }

    /** The digits, if it looks like the number under a barcode: eight digits or more, however they are grouped. */
    @Nullable String number() {
        if (words == null || !NUMBER.matcher(words).matches() || LabelCode.isSound(LabelCode.canonical(words))) {
            return null;
        }
        return words.replaceAll("[ -]", "");
    }

    /** As it is printed, if it looks like the code of a label; a word without a digit never does. */
    @Nullable String labelCode() {
        if (words == null || words.chars().noneMatch(Character::isDigit)) {
            return null;
        }
        String code = LabelCode.canonical(words);
        return LabelCode.hasForm(code) ? code : null;
    }

    /** Also if none is chosen. */
    boolean hasKnownCategory(List<Category> known) {
        return category == null || known.stream().anyMatch(c -> c.id().equals(category));
    }

    /** Ready to stand in a query string; empty if there is none. */
    public String wordsInAddress() {
        return inAddress(words);
    }

    public String categoryInAddress() {
        return inAddress(category);
    }

    private static String inAddress(@Nullable String text) {
        return text == null ? "" : URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
