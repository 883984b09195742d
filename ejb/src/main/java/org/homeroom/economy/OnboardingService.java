package org.homeroom.economy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.roster.RosterService;

/**
 * Leads a new teacher through the first day in five steps, which may be left and gone on with
 * (economy.md 13). Who has students already needs none of it.
 */
@Stateless
@RolesAllowed(Roles.TEACHER)
public class OnboardingService {

    @Inject OnboardingRepository onboardings;
    @Inject RosterService roster;
    @Inject AuditService audit;
    @Inject SchoolClock clock;

    /** Returns how far the calling teacher is; completed at once for one who has students. */
    public Onboarding state() {
        return onboardings.find(caller()).orElseGet(this::begin);
    }

    /** Tells whether the calling teacher is to be led to the steps. */
    public boolean isWaiting() {
        return !roster.haveStudents() && !state().isOver();
    }

    /**
     * Notes that a step is done; the last one completes all.
     *
     * @throws Refusal naming {@code step} when there is no such step, or one before it waits
     */
    public Onboarding complete(int step) {
        Onboarding before = state();
        if (step < 1 || step > Onboarding.STEPS || !before.allows(step)) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "step",
                    "Go on with step " + before.step() + " of 5 first.");
        }
        return keep(before, before.after(step, clock.now()));
    }

    /** Notes that the teacher has all behind them. */
    public Onboarding complete() {
        Onboarding before = state();
        return keep(before, before.completed(clock.now()));
    }

    /** Notes that the teacher wants none of it. */
    public Onboarding skip() {
        Onboarding before = state();
        return keep(before, before.skipped(clock.now()));
    }

    /** Begins anew. */
    public Onboarding reset() {
        return keep(state(), Onboarding.begun(clock.now()));
    }

    private Onboarding begin() {
        Instant now = clock.now();
        Onboarding begun = Onboarding.begun(now);
        return roster.haveStudents() ? begun.completed(now) : begun;
    }

    private Onboarding keep(Onboarding before, Onboarding after) {
        onboardings.put(caller(), after, clock.now());
        audit.record("economy.onboarding.changed", "account", caller(), said(before), said(after));
        return after;
    }

    private static Map<String, Object> said(Onboarding at) {
        return Map.of(
                "done",
                at.done(),
                "completed",
                at.completedAt() != null,
                "skipped",
                at.skippedAt() != null);
    }

    private static UUID caller() {
        return CallerContext.require().accountId();
    }
}
