package org.homeroom.identity;

import jakarta.annotation.Nullable;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.homeroom.kernel.EntityVersion;
import org.homeroom.kernel.Operation;

/** Where a student's PIN is enough in the school. */
@Path("/pin-rule")
public class PinRuleResource {

    private static final String BY = "school administrators";

    @Inject PinRuleService rules;

    /**
     * The school's decision.
     *
     * @param pinIsEnough {@code known}: on devices of a class and on browsers that know the
     *     student; {@code programs}: also for programs; {@code anywhere}: on every browser too
     */
    public record PinRuleJson(@Nullable String pinIsEnough) {}

    /** Returns the decision with its version. */
    @Operation(
            does = "Returns where a student's PIN is enough to sign in.",
            by = BY,
            versioned = true,
            answers = PinRuleResource.PinRuleJson.class)
    @GET
    public Response get() {
        return answer(rules.find());
    }

    /** Changes the decision. */
    @Operation(
            does =
                    "Decides where a student's PIN is enough: known (devices of a class, browsers"
                            + " that know the student), programs (also programs) or anywhere.",
            by = BY,
            versioned = true,
            answers = PinRuleResource.PinRuleJson.class)
    @PUT
    public Response change(@HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, PinRuleJson request) {
        EntityVersion.require(ifMatch, rules.find().version());
        return answer(rules.change(request.pinIsEnough()));
    }

    private static Response answer(PinRule rule) {
        return EntityVersion.ok(new PinRuleJson(rule.enough().code()), rule.version());
    }
}
