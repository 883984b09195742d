package org.homeroom.realtime;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.homeroom.kernel.Operation;

/** {@code /asyncapi.json}: what may be said over the socket, for people who write clients. */
@Path("/asyncapi.json")
public class AsyncApiResource {

    /** Returns the document. */
    @Operation(does = "Returns what may be said over the socket.", by = "anyone")
    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    public InputStream document() {
        return AsyncApiResource.class.getResourceAsStream("asyncapi.json");
    }
}
