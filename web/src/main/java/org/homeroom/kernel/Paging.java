package org.homeroom.kernel;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/** The page a client asks for; use as a {@code @BeanParam} (tenancy.md section 13). */
public class Paging {

    static final int LARGEST = 100;

    @QueryParam("page")
    @DefaultValue("1")
    private int page;

    @QueryParam("per_page")
    @DefaultValue("10")
    private int perPage;

    /** Returns the page from 1 on. */
    public int page() {
        return within("page", page, Integer.MAX_VALUE);
    }

    /** Returns the rows of a page, 1 to 100. */
    public int perPage() {
        return within("per_page", perPage, LARGEST);
    }

    static int within(String name, int value, int largest) {
        if (value < 1 || value > largest) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    name,
                    "Choose " + name + " from 1 to " + largest + ".");
        }
        return value;
    }
}
