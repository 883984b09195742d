package org.homeroom.economy;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Refusal;

/** A teacher's first day. */
@Path("/onboarding")
public class OnboardingResource {

    @Inject OnboardingService onboarding;

    /** Returns how far the caller is. */
    @Operation(
            does = "Returns how far the caller is in the five steps of the first day.",
            by = "teachers")
    @GET
    public OnboardingJson state() {
        return OnboardingJson.of(onboarding.state());
    }

    /** Goes on, skips it, or begins anew. */
    @Operation(does = "Notes a step as done, or all as completed, skipped or new.", by = "teachers")
    @PATCH
    public OnboardingJson change(OnboardingJson.Change change) {
        if (change.step() != null) {
            return OnboardingJson.of(onboarding.complete(change.step()));
        }
        return OnboardingJson.of(
                switch (change.state() == null ? "" : change.state()) {
                    case "completed" -> onboarding.complete();
                    case "skipped" -> onboarding.skip();
                    case "new" -> onboarding.reset();
                    default ->
                            throw new Refusal(
                                    ErrorCode.VALIDATION_ERROR,
                                    "state",
                                    "Give a step, or the state completed, skipped or new.");
                });
    }
}
