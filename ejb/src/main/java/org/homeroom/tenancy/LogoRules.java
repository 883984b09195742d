package org.homeroom.tenancy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/**
 * Which pictures may be a logo (tenancy.md section 6): PNG, JPEG or SVG of at most 1 MB. What it is
 * decides the content, whatever name or type came with it.
 */
final class LogoRules {

    /** The largest file, in bytes. */
    static final int LARGEST = 1024 * 1024;

    private static final int LONGEST_SIDE = 4096;
    private static final Map<String, String> TYPES =
            Map.of("png", "image/png", "JPEG", "image/jpeg");

    private LogoRules() {}

    /**
     * Returns the picture with its type.
     *
     * @throws Refusal naming {@code file}
     */
    static Logo require(byte[] content) {
        if (content.length == 0) {
            throw refusal("Choose a picture first.");
        }
        if (content.length > LARGEST) {
            throw refusal("This picture is larger than 1 MB. Make it smaller.");
        }
        if (SvgRules.looksLikeIt(content)) {
            SvgRules.require(content);
            return new Logo("image/svg+xml", content);
        }
        return new Logo(pixels(content), content);
    }

    // Only the head is read: a small file may claim to be a picture of a terabyte.
    private static String pixels(byte[] content) {
        try (ImageInputStream stream =
                ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (readers.hasNext()) {
                ImageReader reader = readers.next();
                try {
                    reader.setInput(stream);
                    String type = TYPES.get(reader.getFormatName());
                    if (type != null) {
                        requireSize(reader.getWidth(0), reader.getHeight(0));
                        return type;
                    }
                } finally {
                    reader.dispose();
                }
            }
        } catch (IOException e) {
            throw refusal("This picture is broken. Save it again and try once more.");
        }
        throw refusal("A logo is a PNG, JPEG or SVG picture. This is something else.");
    }

    private static void requireSize(int width, int height) {
        if (width > LONGEST_SIDE || height > LONGEST_SIDE) {
            throw refusal("A logo has at most 4,096 points to a side. Make it smaller.");
        }
    }

    static Refusal refusal(String message) {
        return new Refusal(ErrorCode.VALIDATION_ERROR, "file", message);
    }
}
