package org.homeroom.identity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Map;
import org.homeroom.audit.AuditService;
import org.homeroom.identity.PinRule.Enough;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;

/** The bound school's decision where a student's PIN is enough. */
@Stateless
@RolesAllowed({Roles.SCHOOL_ADMIN, Roles.PLATFORM_ADMIN})
public class PinRuleService {

    @Inject PinRuleRepository rules;
    @Inject FreshProofService proof;
    @Inject AuditService audit;
    @Inject SchoolClock clock;

    /** Returns the decision. */
    public PinRule find() {
        return rules.find();
    }

    /**
     * Changes the decision.
     *
     * @param enough a {@link Enough#code}
     * @throws Refusal naming {@code pin_is_enough}, or asking for a proof
     */
    public PinRule change(String enough) {
        Enough wanted =
                Arrays.stream(Enough.values())
                        .filter(one -> one.code().equals(enough))
                        .findFirst()
                        .orElseThrow(PinRuleService::unknown);
        proof.require();
        Enough before = rules.find().enough();
        Caller caller = CallerContext.current();
        rules.change(wanted, caller == null ? null : caller.accountId(), clock.now());
        audit.record(
                "identity.pin_rule.changed",
                "pin_rule",
                null,
                Map.of("pin_is_enough", before.code()),
                Map.of("pin_is_enough", wanted.code()));
        return rules.find();
    }

    private static Refusal unknown() {
        return new Refusal(
                ErrorCode.VALIDATION_ERROR, "pin_is_enough", "Choose known, programs or anywhere.");
    }
}
