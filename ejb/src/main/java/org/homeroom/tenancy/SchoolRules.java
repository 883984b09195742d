package org.homeroom.tenancy;

import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Language;
import org.homeroom.kernel.Refusal;

/** What may be said about a school (tenancy.md sections 1, 2 and 6). */
public final class SchoolRules {

    /** What a plan allows unless something else is agreed. */
    public static final SchoolLimits USUAL_LIMITS = new SchoolLimits(500, 50);

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_REASON = 500;
    private static final int LARGEST_LIMIT = 1_000_000;

    private SchoolRules() {}

    /** Returns every region's zones by name, as a choice for people. */
    public static List<String> zones() {
        return new TreeSet<>(ZoneId.getAvailableZoneIds())
                .stream().filter(SchoolRules::isRegion).toList();
    }

    /**
     * Requires that a school may be like this.
     *
     * @throws Refusal naming the field
     */
    static void require(SchoolPlan plan) {
        require(
                plan.name() != null
                        && !plan.name().isBlank()
                        && plan.name().length() <= LONGEST_NAME
                        && plan.name().chars().noneMatch(Character::isISOControl),
                "name",
                "Give the school a name of 1 to 255 letters.");
        Subdomain.require(plan.subdomain());
        require(
                plan.zone() != null
                        && isRegion(plan.zone())
                        && ZoneId.getAvailableZoneIds().contains(plan.zone()),
                "zone",
                "Name the time zone by region and city, such as Africa/Nairobi.");
        require(
                Language.of(plan.language()).isPresent(),
                "language",
                "The language is en, sw, es or fr.");
        require(
                plan.modules() != null && Modules.ALL.containsAll(plan.modules()),
                "modules",
                "Modules are economy, messaging, learning and workspaces.");
        requireLimit("students", plan.limits().students());
        requireLimit("staff", plan.limits().staff());
    }

    /**
     * Requires a reason for closing a school.
     *
     * @throws Refusal naming {@code reason}
     */
    static void requireReason(String reason) {
        require(
                reason != null && !reason.isBlank() && reason.length() <= LONGEST_REASON,
                "reason",
                "Say why, in 1 to 500 letters.");
    }

    // Fixed offsets and old names without a region know no summer time.
    private static boolean isRegion(String zone) {
        return zone.equals("UTC")
                || zone.matches(
                        "(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+");
    }

    private static void requireLimit(String field, Integer limit) {
        require(
                limit == null || limit >= 0 && limit <= LARGEST_LIMIT,
                field,
                "Write a whole number of people, or nothing for no limit.");
    }

    private static void require(boolean good, String field, String message) {
        if (!good) {
            throw new Refusal(ErrorCode.VALIDATION_ERROR, field, message);
        }
    }
}
