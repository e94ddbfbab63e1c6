package org.livelabel.label.qr;

import java.nio.charset.StandardCharsets;

/** A QR code as an SVG of one path; a user unit is a module. The same code always gives the same bytes. */
final class QrSvg {
    /** So that it can be scanned from a screen without scaling. */
    private static final int PIXELS_PER_MODULE = 8;

    private QrSvg() {}

    /** @param title what a screen reader says; escaped here */
    static byte[] of(QrCode code, String title) {
        int side = code.size() + 2 * QrCode.QUIET_ZONE;
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size(); y++) {
            int x = 0;
            while (x < code.size()) {
                int from = x;
                while (code.isDark(x, y)) {
                    x++;
                }
                if (x > from) {
                    path.append('M')
                            .append(from + QrCode.QUIET_ZONE)
                            .append(' ')
                            .append(y + QrCode.QUIET_ZONE)
                            .append('h')
                            .append(x - from)
                            .append("v1h-")
                            .append(x - from)
                            .append('z');
                } else {
                    x++;
                }
            }
        }
        return ("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
                        + " shape-rendering=\"crispEdges\" role=\"img\" aria-labelledby=\"title\">"
                        + "<title id=\"title\">%s</title><path fill=\"#fff\" d=\"M0 0h%dv%dH0z\"/><path d=\"%s\"/></svg>\n")
                .formatted(
                        side * PIXELS_PER_MODULE, side * PIXELS_PER_MODULE, side, side, escape(title), side, side, path)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
