package org.livelabel.label.qr;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The modules of a QR code without their quiet zone (ISO/IEC 18004). The size is the smallest that holds the text at level M;
 * of the levels that fit this size the strongest is taken. Never L: stickers on devices wear for years.
 */
final class QrCode {
    /** In modules, on each side. */
    static final int QUIET_ZONE = 4;

    private final ByteMatrix modules;
    private final ErrorCorrectionLevel level;

    private QrCode(QRCode code) {
        this.modules = Objects.requireNonNull(code.getMatrix());
        this.level = Objects.requireNonNull(code.getECLevel());
    }

    static QrCode of(String text) {
        QRCode chosen = encode(text, ErrorCorrectionLevel.M);
        for (ErrorCorrectionLevel stronger : List.of(ErrorCorrectionLevel.Q, ErrorCorrectionLevel.H)) {
            QRCode code = encode(text, stronger);
            if (code.getMatrix().getWidth() == chosen.getMatrix().getWidth()) {
                chosen = code;
            }
        }
        return new QrCode(chosen);
    }

    /** Modules along one side, without the quiet zone. */
    int size() {
        return modules.getWidth();
    }

    ErrorCorrectionLevel level() {
        return level;
    }

    boolean isDark(int x, int y) {
        return x >= 0 && y >= 0 && x < size() && y < size() && modules.get(x, y) == 1;
    }

    private static QRCode encode(String text, ErrorCorrectionLevel level) {
        try {
            // bytes for the address and digits for the number: without it the code would be a size larger
            return Encoder.encode(text, level, Map.of(EncodeHintType.QR_COMPACT, true));
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + text, e);
        }
    }
}
