package org.homeroom.kernel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/** A successful answer of the REST interface (tenancy.md section 13). */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Envelope(
        boolean success,
        Object data,
        @JsonInclude(JsonInclude.Include.NON_NULL) Meta meta,
        Instant timestamp) {

    /** Where a part of a list lies in the whole; only the fields that apply are written. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Meta(Long total, Integer page, Integer perPage, String next) {}

    /** Wraps what a resource returned; lists that come in parts bring their own meta. */
    public static Envelope of(Object result, Instant now) {
        if (result instanceof Slice<?> slice) {
            Meta meta = new Meta(slice.total(), slice.page(), slice.perPage(), null);
            return new Envelope(true, slice.rows(), meta, now);
        }
        if (result instanceof Feed<?> feed) {
            Meta meta = new Meta(null, null, null, feed.next());
            return new Envelope(true, feed.rows(), meta, now);
        }
        return new Envelope(true, result, null, now);
    }
}
