package org.homeroom.economy;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.homeroom.kernel.ListPart;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Slice;
import org.homeroom.kernel.TimeText;

/** What parents see of their children. */
@Path("/children")
public class ChildrenResource {

    @Inject ChildrenService children;

    /** Lists the caller's children, by name; with a day, its week instead of this one. */
    @Operation(
            does = "Lists the caller's children with balance, time of a week and latest entries.",
            by = "parents")
    @GET
    public Slice<ChildJson> list(@QueryParam("week") String week, @BeanParam ListPart part) {
        return part.of(
                children.children(TimeText.day("week", week)).stream().map(ChildJson::of).toList());
    }
}
