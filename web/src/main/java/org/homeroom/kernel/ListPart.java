package org.homeroom.kernel;

import jakarta.ws.rs.QueryParam;
import java.util.List;

/**
 * The part of a short list that a client asks for; use as a {@code @BeanParam}. A list that belongs
 * to one class or one person comes whole unless a page is asked for; lists that grow use {@link
 * Paging}.
 */
public class ListPart {

    private static final int USUAL = 10;

    @QueryParam("page")
    private Integer page;

    @QueryParam("per_page")
    private Integer perPage;

    /** Cuts the part out of the list. */
    public <T> Slice<T> of(List<T> rows) {
        if (page == null && perPage == null) {
            return new Slice<>(rows, rows.size(), 1, Math.max(rows.size(), 1));
        }
        int number = page == null ? 1 : Paging.within("page", page, Integer.MAX_VALUE);
        int size = perPage == null ? USUAL : Paging.within("per_page", perPage, Paging.LARGEST);
        List<T> part = rows.stream().skip((number - 1L) * size).limit(size).toList();
        return new Slice<>(part, rows.size(), number, size);
    }
}
