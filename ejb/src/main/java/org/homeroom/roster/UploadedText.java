package org.homeroom.roster;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Turns an uploaded file into lines: UTF-8, or UTF-16 when its byte order mark says so. */
public final class UploadedText {

    /** Stands where bytes were not in the file's encoding. */
    public static final char BROKEN = '\uFFFD';

    private static final int LOOKED_AT = 8_192;
    private static final int MOST_STRANGE = 4;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private UploadedText() {}

    /**
     * Returns the lines, whatever their ends; bytes that are no text become {@link #BROKEN}.
     *
     * @throws UnreadableList when the file is empty or not a text in one of the two
     */
    public static List<String> lines(byte[] content) {
        if (begins(content, 'P', 'K', 3, 4) || begins(content, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new UnreadableList(
                    "This is a workbook, not a CSV file. In your spreadsheet choose Save as, CSV UTF-8, and upload that.");
        }
        if (!isMarked(content) && isWide(content)) {
            throw new UnreadableList(
                    "The file is saved as Unicode text (UTF-16). In your spreadsheet choose Save as, CSV UTF-8, and upload that.");
        }
        String text =
                new String(
                        content,
                        isMarked(content) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
        }
        if (text.isBlank()) {
            throw new UnreadableList("The file is empty. Download the template and fill it in.");
        }
        if (!isText(text.substring(0, Math.min(text.length(), LOOKED_AT)))) {
            throw new UnreadableList(
                    "This is not a text file. In your spreadsheet choose Save as, CSV UTF-8, and upload that.");
        }
        return text.lines().toList();
    }

    // Names in an older encoding break some signs; a picture breaks most of them.
    private static boolean isText(String beginning) {
        long strange = beginning.codePoints().filter(UploadedText::isStrange).count();
        return strange * MOST_STRANGE <= beginning.length()
                && beginning.chars().noneMatch(UploadedText::isControl);
    }

    private static boolean isStrange(int sign) {
        int kind = Character.getType(sign);
        return sign == BROKEN || kind == Character.UNASSIGNED || kind == Character.PRIVATE_USE;
    }

    /** Tells whether the sign has no place in a text of lines and tabs. */
    public static boolean isControl(int sign) {
        return Character.isISOControl(sign)
                && sign != '\t'
                && sign != '\n'
                && sign != '\r'
                && sign != '\f';
    }

    private static boolean isMarked(byte[] content) {
        return begins(content, 0xFE, 0xFF) || begins(content, 0xFF, 0xFE);
    }

    // Two bytes for each sign, of which Latin ones leave one empty: always the same of the two.
    private static boolean isWide(byte[] content) {
        int pairs = Math.min(content.length, LOOKED_AT) / 2;
        int[] empty = new int[2];
        for (int i = 0; i < pairs * 2; i++) {
            empty[i % 2] += content[i] == 0 ? 1 : 0;
        }
        return Math.min(empty[0], empty[1]) == 0 && Math.max(empty[0], empty[1]) * 2 > pairs;
    }

    private static boolean begins(byte[] content, int... bytes) {
        if (content.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((content[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
