package org.homeroom.identity;

import java.util.List;
import java.util.Locale;
import org.homeroom.kernel.Texts;

/**
 * A line of a deletion's receipt as people read it, in their language. Receipts are kept in
 * English.
 *
 * @param why the reason that it stayed, null for what went
 */
public record ReceiptLine(String what, long count, String why) {

    private static final Texts TEXTS = Texts.of("identity");

    /** Returns the lines in the reader's language. */
    public static List<ReceiptLine> of(List<ErasureReceipt.Line> lines) {
        return lines.stream()
                .map(line -> new ReceiptLine(said(line.what()), line.count(), said(line.why())))
                .toList();
    }

    /** Returns the key under which the words of a receipt are translated. */
    static String key(String words) {
        return "receipt."
                + words.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z ]", "")
                        .replaceFirst("^((?:\\S+ ){0,4}\\S+).*$", "$1")
                        .replace(' ', '.');
    }

    private static String said(String words) {
        return words == null ? null : TEXTS.find(key(words)).orElse(words);
    }
}
