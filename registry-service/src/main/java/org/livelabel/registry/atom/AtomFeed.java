package org.livelabel.registry.atom;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.livelabel.conduct.UtcDay;

/**
 * An Atom feed. Its ids are tags (RFC 4151) made from the log's origin, which never changes, so a reader knows an entry
 * again wherever it finds it.
 *
 * @param origin of the log
 * @param subject what it is about, {@code products/{id}} or {@code organisations/{id}}
 * @param author whose product or policies they are
 * @param entries the newest first
 */
record AtomFeed(String origin, String subject, String title, String author, URI self, List<AtomEntry> entries) {
    static final String MEDIA_TYPE = "application/atom+xml";
    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    /** Of feed ids; entries carry the day of their publication. */
    private static final String SINCE = "2026";

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument("UTF-8", "1.0");
            xml.setDefaultNamespace(NAMESPACE);
            xml.writeStartElement(NAMESPACE, "feed");
            xml.writeDefaultNamespace(NAMESPACE);
            text(xml, "id", tag(SINCE, subject));
            text(xml, "title", title);
            // an empty feed has been as it is for ever
            text(
                    xml,
                    "updated",
                    (entries.isEmpty() ? Instant.EPOCH : entries.getFirst().publishedAt()).toString());
            xml.writeStartElement(NAMESPACE, "author");
            text(xml, "name", author);
            xml.writeEndElement();
            link(xml, "self", MEDIA_TYPE, self);
            for (AtomEntry entry : entries) {
                write(xml, entry);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private void write(XMLStreamWriter xml, AtomEntry entry) throws XMLStreamException {
        xml.writeStartElement(NAMESPACE, "entry");
        String day = UtcDay.of(entry.publishedAt()).toString();
        text(xml, "id", tag(day, "entries/%012d".formatted(entry.index())));
        text(xml, "title", entry.title());
        text(xml, "updated", entry.publishedAt().toString());
        text(xml, "published", entry.publishedAt().toString());
        link(xml, "alternate", null, entry.alternate());
        if (entry.related() != null) {
            link(xml, "related", "text/html", entry.related());
        }
        for (String category : entry.categories()) {
            xml.writeEmptyElement(NAMESPACE, "category");
            xml.writeAttribute("term", category);
        }
        AtomEntry.Localised summary = entry.summary();
        xml.writeStartElement(NAMESPACE, "summary");
        if (summary != null) {
            xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "lang", summary.language());
        }
        xml.writeCharacters(legal(summary == null ? entry.title() : summary.text()));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private String tag(String date, String specific) {
        int slash = origin.indexOf('/');
        String authority = slash < 0 ? origin : origin.substring(0, slash);
        String path = slash < 0 ? "" : origin.substring(slash + 1) + "/";
        return "tag:" + authority + "," + date + ":" + path + specific;
    }

    private static void text(XMLStreamWriter xml, String element, String text) throws XMLStreamException {
        xml.writeStartElement(NAMESPACE, element);
        xml.writeCharacters(legal(text));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, @Nullable String type, URI target)
            throws XMLStreamException {
        xml.writeEmptyElement(NAMESPACE, "link");
        xml.writeAttribute("rel", relation);
        if (type != null) {
            xml.writeAttribute("type", type);
        }
        xml.writeAttribute("href", target.toString());
    }

    /** XML 1.0 cannot hold every character that JSON can, not even escaped. */
    private static String legal(String text) {
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || c >= 0x20 && c <= 0xD7FF
                        || c >= 0xE000 && c <= 0xFFFD
                        || c >= 0x10000)
                .forEach(legal::appendCodePoint);
        return legal.toString();
    }
}
