package org.livelabel.label.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QrCodeTest {
    private static final String LINK = "https://livelabel.org/01/09520000012342";

    @ParameterizedTest
    @CsvSource({
        // the printed label counts on 29 modules for an address of this length
        "https://livelabel.org/01/09520000012342, 29, M",
        "http://localhost:8082/01/09520000012342, 29, Q",
        "https://lab.io/01/09520000012342, 25, M",
        "https://livelabel.org/l/H4QX7T2MK, 29, Q",
    })
    void takesTheSmallestSizeAndTheStrongestLevelThatFitsIt(String text, int modules, String level) {
        QrCode code = QrCode.of(text);

        assertThat(code.size()).isEqualTo(modules);
        assertThat(code.level()).isEqualTo(ErrorCorrectionLevel.valueOf(level));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10, 40})
    void isReadBackFromThePicture(int pixels) throws Exception {
        byte[] png = QrPng.of(QrCode.of(LINK), pixels);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));

        assertThat(image.getWidth()).isEqualTo((29 + 8) * pixels);
        assertThat(decode(image)).isEqualTo(LINK);
    }

    @Test
    void hasAQuietZoneOfFourModulesAllAround() throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(QrPng.of(QrCode.of(LINK), 1)));

        for (int i = 0; i < image.getWidth(); i++) {
            for (int border = 0; border < 4; border++) {
                assertThat(image.getRGB(i, border)).isEqualTo(0xffffffff);
                assertThat(image.getRGB(border, i)).isEqualTo(0xffffffff);
                assertThat(image.getRGB(i, image.getHeight() - 1 - border)).isEqualTo(0xffffffff);
            }
        }
        assertThat(image.getRGB(4, 4)).isEqualTo(0xff000000);
    }

    @Test
    void drawsTheSameModulesAsSvg() {
        QrCode code = QrCode.of(LINK);
        String svg = new String(QrSvg.of(code, "Scan <me> & see"));

        assertThat(svg).contains("viewBox=\"0 0 37 37\"", "<title id=\"title\">Scan &lt;me&gt; &amp; see</title>");
        assertThat(darkModulesOf(svg)).isEqualTo(darkModulesOf(code));
    }

    @Test
    void isTheSameEveryTime() {
        assertThat(QrPng.of(QrCode.of(LINK), 10)).isEqualTo(QrPng.of(QrCode.of(LINK), 10));
        assertThat(QrSvg.of(QrCode.of(LINK), "a")).isEqualTo(QrSvg.of(QrCode.of(LINK), "a"));
    }

    @Test
    void isReadByAnotherDecoder(@TempDir Path folder) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/zbarimg")), "zbarimg is not installed");
        Path png = Files.write(folder.resolve("qr.png"), QrPng.of(QrCode.of(LINK), 5));

        Process zbar = new ProcessBuilder("zbarimg", "-q", "--raw", png.toString()).start();

        assertThat(new String(zbar.getInputStream().readAllBytes()).strip()).isEqualTo(LINK);
    }

    private static String decode(BufferedImage image) throws Exception {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(source)),
                        Collections.singletonMap(com.google.zxing.DecodeHintType.PURE_BARCODE, true))
                .getText();
    }

    private static int darkModulesOf(String svg) {
        String path = svg.substring(svg.lastIndexOf(" d=\"") + 4);
        return Arrays.stream(path.split("h"))
                .skip(1)
                .map(run -> run.split("[vzM\"]")[0])
                .mapToInt(Integer::parseInt)
                .filter(run -> run > 0)
                .sum();
    }

    private static int darkModulesOf(QrCode code) {
        int dark = 0;
        for (int y = 0; y < code.size(); y++) {
            for (int x = 0; x < code.size(); x++) {
                dark += code.isDark(x, y) ? 1 : 0;
            }
        }
        return dark;
    }
}
