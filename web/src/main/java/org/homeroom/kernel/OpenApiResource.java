package org.homeroom.kernel;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code /openapi.json}: this interface, for people and programs that write clients. */
@Path("/openapi.json")
public class OpenApiResource {

    @Inject OpenApiDocument document;

    /** Returns the document. */
    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(does = "Returns this document.", by = "anyone")
    public byte[] document() {
        return document.json();
    }
}
