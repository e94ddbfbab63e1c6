package org.livelabel.local.keycloak;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the server showed last: a page, or the redirect to an address that is not its own.
 *
 * @param left where the redirect leads, if it leaves the server
 */
record Page(int status, URI address, String html, Optional<URI> left) {
    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern INPUT = Pattern.compile("<input\\b([^>]*)>", Pattern.DOTALL);
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w-]+)\\s*=\\s*\"([^\"]*)\"");

    /**
     * A form of the page as a browser would send it untouched.
     *
     * @param fields the values of its named inputs
     */
    record Form(URI action, Map<String, String> fields) {
        /** The same form with one field filled in. */
        Form with(String field, String value) {
            Map<String, String> filled = new LinkedHashMap<>(fields);
            filled.put(field, value);
            return new Form(action, filled);
        }
    }

    boolean asks(String field) {
        return form(field).isPresent();
    }

    /** The form that has a field of this name. */
    Optional<Form> form(String field) {
        Matcher forms = FORM.matcher(html);
        while (forms.find()) {
            Map<String, String> fields = fields(forms.group(2));
            String action = attributes(forms.group(1)).get("action");
            if (action != null && fields.containsKey(field)) {
                return Optional.of(new Form(address.resolve(action), fields));
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> fields(String form) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher inputs = INPUT.matcher(form);
        while (inputs.find()) {
            Map<String, String> input = attributes(inputs.group(1));
            String name = input.get("name");
            if (name != null && !"submit".equals(input.get("type"))) {
                // of several radio buttons the first is taken
                fields.putIfAbsent(name, input.getOrDefault("value", ""));
            }
        }
        return fields;
    }

    private static Map<String, String> attributes(String tag) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher found = ATTRIBUTE.matcher(tag);
        while (found.find()) {
            attributes.put(found.group(1), unescaped(found.group(2)));
        }
        return attributes;
    }

    private static String unescaped(String text) {
        return text.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&#x27;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
