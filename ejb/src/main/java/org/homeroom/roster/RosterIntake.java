package org.homeroom.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.homeroom.kernel.Ids;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.tenancy.SchoolRef;
import org.homeroom.tenancy.SchoolService;
import org.homeroom.tenancy.TenantContext;

/**
 * Reads a delivered roster and compares it with its schools, school by school; changes nothing of
 * them. Works outside any transaction, for the tenant bound to the thread: a school's own roster,
 * or at the district one of all schools.
 */
@ApplicationScoped
public class RosterIntake {

    private static final int LONGEST_FILE_NAME = 200;

    @Inject RosterStepService steps;
    @Inject DeliveryStepService deliveries;
    @Inject SchoolService schools;
    @Inject Recognition recognition;
    @Inject SchoolClock clock;

    /**
     * Takes a zip in and keeps what was found.
     *
     * @param fileName null when it has none
     * @param by null for the watched folder
     */
    public RosterDelivery take(byte[] zip, String fileName, UUID by) {
        Findings findings = new Findings();
        // A day ahead of UTC, so that a birth date does not depend on a school's zone.
        OneRosterContent content =
                OneRosterReader.read(zip, clock.today(ZoneOffset.UTC).plusDays(1), findings);
        UUID id = Ids.next();
        List<DeliveryPart> parts = findings.isSound() ? compare(id, content, findings) : List.of();
        RosterDelivery delivery =
                new RosterDelivery(
                        id,
                        findings.isSound() ? DeliveryState.VALIDATED : DeliveryState.INVALID,
                        content.manifest().version(),
                        content.manifest().mode(),
                        cut(fileName),
                        content.counts(),
                        findings.problems(),
                        by,
                        clock.now(),
                        null,
                        false,
                        null,
                        null,
                        null,
                        parts,
                        findings.kept());
        deliveries.add(delivery);
        return delivery;
    }

    private List<DeliveryPart> compare(UUID id, OneRosterContent content, Findings findings) {
        List<SourceSchool> all = steps.schools();
        Map<String, SourceSchool> matched = SchoolMatching.of(content, all, only(), findings);
        List<SchoolPart> parts = new ArrayList<>();
        matched.forEach(
                (key, school) ->
                        parts.add(
                                new SchoolPart(
                                        key, school, InSchool.call(school.id(), steps::known))));
        Set<String> others = new HashSet<>();
        all.stream()
                .map(SourceSchool::sourcedId)
                .filter(key -> key != null && !matched.containsKey(key))
                .forEach(others::add);
        RosterSplit.divide(content, parts, others, findings);
        List<StagedRoster> staged =
                parts.stream()
                        .map(part -> RosterDifference.of(content, part, recognition, findings))
                        .toList();
        List<DeliveryPart> found = new ArrayList<>();
        for (int i = 0; i < parts.size() && findings.isSound(); i++) {
            found.add(keep(id, parts.get(i), staged.get(i)));
        }
        return findings.isSound() ? found : List.of();
    }

    private DeliveryPart keep(UUID id, SchoolPart part, StagedRoster staged) {
        TenantContext.runAs(part.school().id(), () -> steps.stage(id, part.key(), staged));
        return DeliveryTallies.of(part, staged);
    }

    /** Returns the bound school, null at the district. */
    private UUID only() {
        UUID bound = TenantContext.require();
        return schools.byId(bound).filter(SchoolRef::isDistrict).isPresent() ? null : bound;
    }

    private static String cut(String fileName) {
        return fileName == null || fileName.length() <= LONGEST_FILE_NAME
                ? fileName
                : fileName.substring(0, LONGEST_FILE_NAME);
    }
}
