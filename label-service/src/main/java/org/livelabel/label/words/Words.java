package org.livelabel.label.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of one language, from {@code words/<language>.properties}. A text may have slots, {@code {0}} and so on; a key
 * that does not exist is an error, never an empty text.
 */
public final class Words {
    private static final Words ENGLISH = load("en", Locale.UK);
    private static final int LARGEST_IN_LETTERS = 12;
    private static final Pattern SLOT = Pattern.compile("\\{([0-9])}");

    private final String language;
    private final Locale locale;
    private final Properties texts;

    private Words(String language, Locale locale, Properties texts) {
        this.language = language;
        this.locale = locale;
        this.texts = texts;
    }

    public static Words english() {
        return ENGLISH;
    }

    /** BCP 47. */
    public String language() {
        return language;
    }

    /** {@code ltr} or {@code rtl}. */
    public String direction() {
        return "ltr";
    }

    public Locale locale() {
        return locale;
    }

    public String say(String key) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no text for " + key + " in " + language);
        }
        return text;
    }

    /** What is put into a slot stays as it is, even if it looks like a slot itself. */
    public String say(String key, Object... slots) {
        return SLOT.matcher(say(key)).replaceAll(slot -> {
            int number = Integer.parseInt(slot.group(1));
            return Matcher.quoteReplacement(number < slots.length ? String.valueOf(slots[number]) : slot.group());
        });
    }

    /** For templates, which cannot join a key: the word for an answer by its wire name. */
    public String answer(String wireName) {
        return say("answer." + wireName);
    }

    /** For templates: the wording of one of the six facts. */
    public String fact(String id) {
        return say("fact." + id);
    }

    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /** The text for one or for several of a thing; {@code {0}} is the number in digits. */
    public String count(String key, long number) {
        return say(key + (number == 1 ? ".one" : ".other"), number);
    }

    /** As {@link #count}, with small numbers in letters. */
    public String countInLetters(String key, long number) {
        String letters = number <= LARGEST_IN_LETTERS ? say("number." + number) : Long.toString(number);
        return say(key + (number == 1 ? ".one" : ".other"), letters);
    }

    /** "a, b and c" in the language's way. */
    public String list(List<String> parts) {
        if (parts.size() < 2) {
            return String.join("", parts);
        }
        return say("list.last", String.join(say("list.comma"), parts.subList(0, parts.size() - 1)), parts.getLast());
    }

    /** The same text beginning with a capital. */
    public String sentence(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(locale) + text.substring(1);
    }

    private static Words load(String language, Locale locale) {
        try (InputStream in = Words.class.getResourceAsStream("/words/" + language + ".properties")) {
            Properties texts = new Properties();
            if (in == null) {
                throw new IllegalStateException("no words in " + language);
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new Words(language, locale, texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
