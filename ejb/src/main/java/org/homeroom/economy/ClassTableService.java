package org.homeroom.economy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.homeroom.audit.AuditService;
import org.homeroom.identity.Roles;
import org.homeroom.ledger.AccountRow;
import org.homeroom.ledger.LedgerQueryService;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;
import org.homeroom.roster.StudentRef;

/** Gathers the students of a class with their money, for a spreadsheet (economy.md 13). */
@Stateless
@RolesAllowed({Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
public class ClassTableService {

    @Inject RosterService roster;
    @Inject LedgerQueryService ledger;
    @Inject AuditService audit;

    /**
     * Lists the students of a class that the caller runs, by name; that it was taken away is noted.
     *
     * @throws org.homeroom.kernel.Refusal not found, whether it is absent or not the caller's
     */
    public List<StudentLine> lines(UUID classId) {
        ClassRef of = roster.ownedClass(classId);
        Map<UUID, Map<String, Long>> balances =
                ledger.balances(classId).stream()
                        .filter(account -> account.ownerId() != null)
                        .collect(
                                Collectors.groupingBy(
                                        AccountRow::ownerId,
                                        Collectors.toMap(AccountRow::kind, AccountRow::balance)));
        Map<UUID, Long> earnings = ledger.earnings(classId);
        Set<UUID> waiting = roster.waiting(classId);
        List<StudentLine> lines =
                roster.students(classId).stream()
                        .map(one -> line(of, one, balances, earnings, waiting))
                        .toList();
        audit.record(
                "economy.students.exported",
                "class",
                classId,
                null,
                Map.of("students", lines.size()));
        return lines;
    }

    private static StudentLine line(
            ClassRef of,
            StudentRef one,
            Map<UUID, Map<String, Long>> balances,
            Map<UUID, Long> earnings,
            Set<UUID> waiting) {
        Map<String, Long> own = balances.getOrDefault(one.studentId(), Map.of());
        return new StudentLine(
                one.firstName(),
                one.lastInitial(),
                of.period(),
                of.currency(),
                own.getOrDefault("checking", 0L),
                own.getOrDefault("savings", 0L),
                earnings.getOrDefault(one.studentId(), 0L),
                !waiting.contains(one.studentId()));
    }
}
