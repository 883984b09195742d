package org.homeroom.identity;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/**
 * The text of an uploaded list of people to invite: UTF-8, or UTF-16 when its byte order mark says
 * so, as spreadsheets write it. One that cannot be read whole is refused whole, because a name with
 * a broken letter would stand in an invitation for good.
 */
final class InvitationFile {

    /** Bytes of the largest file: 200 lines of the longest address and name take less. */
    static final int LARGEST = 256 * 1024;

    private static final String FIELD = "file";
    private static final int UTF_16 = 0xFEFF;
    private static final int UTF_16_TURNED = 0xFFFE;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private InvitationFile() {}

    /**
     * Returns the text.
     *
     * @throws Refusal naming {@code file}, when it is empty, too large or not a text
     */
    static String text(byte[] content) {
        if (content.length > LARGEST) {
            throw refusal("The file is larger than 256 KB. Split it and upload the parts.");
        }
        String text = decoded(content);
        if (text.isBlank()) {
            throw refusal("The file is empty. Download the template and fill it in.");
        }
        if (text.chars().anyMatch(InvitationFile::isControl)) {
            throw refusal(
                    "This is not a text file. In your spreadsheet choose Save as, CSV UTF-8, and upload that.");
        }
        return text;
    }

    private static String decoded(byte[] content) {
        CharsetDecoder decoder = encoding(content).newDecoder();
        CharBuffer signs = CharBuffer.allocate(content.length + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(content), signs, true);
        String text = signs.flip().toString();
        if (result.isError()) {
            // A picture or a workbook is no text at all; its first line says nothing to anybody.
            throw refusal(
                    text.chars().anyMatch(InvitationFile::isControl)
                            ? "This is not a text file. In your spreadsheet choose Save as, CSV UTF-8, and upload that."
                            : "Line %d of the file has signs that are not UTF-8. Save it as CSV UTF-8 and upload it again. Nobody was invited."
                                    .formatted((text + ".").lines().count()));
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static Charset encoding(byte[] content) {
        int mark = content.length < 2 ? 0 : (content[0] & 0xFF) << 8 | content[1] & 0xFF;
        return mark == UTF_16 || mark == UTF_16_TURNED
                ? StandardCharsets.UTF_16
                : StandardCharsets.UTF_8;
    }

    private static boolean isControl(int sign) {
        return Character.isISOControl(sign) && "\t\n\r\f".indexOf(sign) < 0;
    }

    private static Refusal refusal(String message) {
        return new Refusal(ErrorCode.VALIDATION_ERROR, FIELD, message);
    }
}
