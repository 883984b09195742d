package org.homeroom.kernel;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** Refuses query parameters that hold what is no text before anybody looks for it. */
@Provider
public class QueryGuard implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        request.getUriInfo().getQueryParameters().forEach(QueryGuard::check);
    }

    private static void check(String name, List<String> values) {
        if (!values.stream().allMatch(WireTypes::isText)) {
            throw new Refusal(
                    ErrorCode.MALFORMED,
                    name,
                    "The value of " + name + " has the wrong form. Correct it.");
        }
    }
}
