package org.homeroom.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.annotation.Nullable;
import java.util.List;
import org.homeroom.kernel.Json;

/** What went with a deleted account, and what had to stay, on the wire. */
public record ReceiptJson(List<Line> gone, List<Line> kept) {

    /**
     * A sort of data.
     *
     * @param why the reason that it stayed, null for what went
     */
    public record Line(String what, long count, @Nullable String why) {

        static Line of(ErasureReceipt.Line line) {
            return new Line(line.what(), line.count(), line.why());
        }
    }

    /** Reads a kept receipt. */
    public static ReceiptJson read(String kept) {
        try {
            return Json.strict().readValue(kept, ReceiptJson.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was written as JSON can be read", e);
        }
    }

    /** Says a receipt on the wire. */
    public static ReceiptJson of(ErasureReceipt receipt) {
        return new ReceiptJson(
                receipt.gone().stream().map(Line::of).toList(),
                receipt.kept().stream().map(Line::of).toList());
    }
}
