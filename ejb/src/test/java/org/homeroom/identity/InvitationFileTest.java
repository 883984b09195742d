package org.homeroom.identity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.homeroom.kernel.Refusal;
import org.junit.jupiter.api.Test;

/** A file is read whole or refused whole, in a sentence that says what to do. */
class InvitationFileTest {

    private static final String LIST = "email,role,name\nzoë@school.example,teacher,Zoë\n";

    @Test
    void spreadsheetsWriteItInSeveralWays() {
        assertEquals(LIST, InvitationFile.text(LIST.getBytes(UTF_8)));
        assertEquals(LIST, InvitationFile.text(("\uFEFF" + LIST).getBytes(UTF_8)));
        assertEquals(LIST, InvitationFile.text(LIST.getBytes(UTF_16)));
        String full = "x".repeat(InvitationFile.LARGEST);
        assertEquals(full, InvitationFile.text(full.getBytes(UTF_8)));
    }

    @Test
    void theFirstLineThatCannotBeReadIsNamed() {
        refused(LIST.getBytes(ISO_8859_1), "Line 2 of the file has signs that are not UTF-8.");
        refused(
                ("email,role,name\n" + "é").getBytes(ISO_8859_1),
                "Line 2 of the file has signs that are not UTF-8.");
        refused("é".getBytes(ISO_8859_1), "Line 1 of the file has signs that are not UTF-8.");
    }

    @Test
    void whatIsNoTextIsRefused() {
        refused(new byte[0], "The file is empty.");
        refused(" \n\t".getBytes(UTF_8), "The file is empty.");
        refused("PK\u0003\u0004sheet".getBytes(UTF_8), "This is not a text file.");
        refused(new byte[] {'P', 'K', 3, 4, (byte) 0xE9, 0}, "This is not a text file.");
        refused(new byte[InvitationFile.LARGEST + 1], "The file is larger than 256 KB.");
    }

    private static void refused(byte[] content, String begin) {
        Refusal refusal = assertThrows(Refusal.class, () -> InvitationFile.text(content));
        assertEquals("file", refusal.field());
        assertTrue(refusal.getMessage().startsWith(begin), refusal.getMessage());
    }
}
