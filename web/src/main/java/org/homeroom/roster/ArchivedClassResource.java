package org.homeroom.roster;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.homeroom.kernel.ListPart;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Slice;

/** Classes that were archived. */
@Path("/archived-classes")
public class ArchivedClassResource {

    @Inject ArchiveService archive;

    /** Lists them. */
    @Operation(
            does = "Lists the archived classes of the caller, the newest first.",
            by = "teachers, school administrators")
    @GET
    public Slice<ArchivedJson> list(@BeanParam ListPart part) {
        return part.of(archive.list().stream().map(ArchivedJson::of).toList());
    }
}
