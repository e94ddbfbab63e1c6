package org.livelabel.registry.support;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes iCalendar content lines (RFC 5545, 3.1): CRLF, folded at 75 octets, never within a character. */
final class CalendarText {
    private static final int LONGEST_LINE = 75;
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder out = new StringBuilder();

    /** A line whose value needs no escaping. */
    CalendarText line(String content) {
        int octets = 0;
        for (int i = 0; i < content.length(); ) {
            int character = content.codePointAt(i);
            int size = octets(character);
            if (octets + size > LONGEST_LINE) {
                out.append("\r\n ");
                octets = 1;
            }
            out.appendCodePoint(character);
            octets += size;
            i += Character.charCount(character);
        }
        out.append("\r\n");
        return this;
    }

    /** A value of type TEXT (3.3.11). Control characters would end the line, or the calendar. */
    CalendarText text(String name, String value) {
        String escaped = value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", " ");
        return line(name + ":" + escaped);
    }

    CalendarText day(String name, LocalDate day) {
        return line(name + ";VALUE=DATE:" + DAY.format(day));
    }

    CalendarText time(String name, Instant instant) {
        return line(name + ":" + TIME.format(instant));
    }

    /** The morning of a day, in UTC. */
    CalendarText moment(String name, LocalDate day) {
        return line(name + ";VALUE=DATE-TIME:" + TIME.format(day.atTime(9, 0).toInstant(ZoneOffset.UTC)));
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private static int octets(int character) {
        if (character < 0x80) {
            return 1;
        }
        if (character < 0x800) {
            return 2;
        }
        return character < 0x10000 ? 3 : 4;
    }
}
