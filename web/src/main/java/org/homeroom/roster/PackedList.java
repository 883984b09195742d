package org.homeroom.roster;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/**
 * A class list on its way through the browser, between the look at what it would do and the yes: it
 * holds birth dates and last names, which the server keeps nowhere.
 */
final class PackedList {

    private PackedList() {}

    /** Packs a file into signs that a form's field can hold. */
    static String pack(byte[] file) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
    }

    /**
     * Unpacks it again, as it is read: the reader decides how much.
     *
     * @throws Refusal when it is none
     */
    static InputStream open(String packed) {
        if (packed == null) {
            throw none();
        }
        try {
            return new GZIPInputStream(
                    new ByteArrayInputStream(Base64.getUrlDecoder().decode(packed)));
        } catch (IOException | IllegalArgumentException e) {
            throw none();
        }
    }

    /** Returns the refusal of what is no list, or not all of one. */
    static Refusal none() {
        return new Refusal(ErrorCode.VALIDATION_ERROR, "Choose the list first.");
    }
}
