package org.homeroom.roster;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Turns an uploaded file into lines: UTF-8, or UTF-16 when its byte order mark says so. */
public final class UploadedText {

    /** Stands where bytes were not in the file's encoding. */
    public static final char BROKEN = '\uFFFD';

    private static final int LOOKED_AT = 8_192;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private UploadedText() {}

    /**
     * Returns the lines, whatever their ends; bytes that are no text become {@link #BROKEN}.
     *
     * @throws UnreadableList when the file is empty or not a text
     */
    public static List<String> lines(byte[] content) {
        String text = new String(content, encoding(content));
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
        }
        if (text.isBlank()) {
            throw new UnreadableList("The file is empty. Download the template and fill it in.");
        }
        if (text.substring(0, Math.min(text.length(), LOOKED_AT))
                .chars()
                .anyMatch(UploadedText::isControl)) {
            throw new UnreadableList(
                    "This is not a text file. In your spreadsheet choose Save as, CSV UTF-8, and upload that.");
        }
        return text.lines().toList();
    }

    /** Tells whether the sign has no place in a text of lines and tabs. */
    public static boolean isControl(int sign) {
        return Character.isISOControl(sign)
                && sign != '\t'
                && sign != '\n'
                && sign != '\r'
                && sign != '\f';
    }

    private static Charset encoding(byte[] content) {
        if (content.length > 1) {
            int mark = (content[0] & 0xFF) << 8 | content[1] & 0xFF;
            if (mark == 0xFEFF || mark == 0xFFFE) {
                return StandardCharsets.UTF_16;
            }
        }
        return StandardCharsets.UTF_8;
    }
}
