package org.homeroom.kernel;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** A QR code as a picture of lines: sharp at every size, black on white in both themes. */
public final class QrCode {

    /** The white border that readers need, in modules. */
    private static final int BORDER = 4;

    private QrCode() {}

    /**
     * Draws the text as an SVG element that carries the label for those who do not see it.
     *
     * @param label plain words; they are not escaped, so never something that people typed
     */
    public static String svg(String text, String label) {
        ByteMatrix modules = modules(text);
        int side = modules.getWidth() + 2 * BORDER;
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y) == 1) {
                    path.append("M%d %dh1v1h-1z".formatted(x + BORDER, y + BORDER));
                }
            }
        }
        return """
        <svg xmlns="http://www.w3.org/2000/svg" class="hr-qr" role="img" aria-label="%s" \
        viewBox="0 0 %d %d" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h%dv%dH0z"/>\
        <path fill="#000" d="%s"/></svg>"""
                .formatted(label, side, side, side, side, path);
    }

    private static ByteMatrix modules(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
    }
}
