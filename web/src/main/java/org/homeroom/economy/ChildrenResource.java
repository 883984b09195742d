package org.homeroom.economy;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.homeroom.kernel.ListPart;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Slice;

/** What parents see of their children. */
@Path("/children")
public class ChildrenResource {

    @Inject ChildrenService children;

    /** Lists the caller's children, by name. */
    @Operation(
            does = "Lists the caller's children with balance, time of the week and latest entries.",
            by = "parents")
    @GET
    public Slice<ChildJson> list(@BeanParam ListPart part) {
        return part.of(children.children().stream().map(ChildJson::of).toList());
    }
}
