package org.homeroom.ledger;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.DaySpan;
import org.homeroom.kernel.Slice;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;
import org.homeroom.roster.SeatNames;

/** Answers those who run a class about all of its entries; to others the class is not found. */
@Stateless
@PermitAll
public class ClassEntryService {

    @Inject ClassEntryRepository entries;
    @Inject LedgerAccountRepository accounts;
    @Inject RosterService roster;

    /** Lists the newest entries of a class that the caller runs. */
    public List<LatestEntry> latest(UUID classId, int limit) {
        return entries.latest(roster.ownedClass(classId).id(), limit);
    }

    /**
     * Lists what moved on the students' accounts of a class that the caller runs, in order.
     *
     * @param student an id or a part of a name; null or empty for everybody
     * @param account what kind of account, and {@code kind} of entry; null or empty for all
     */
    public List<ClassEntry> entries(
            UUID classId, DaySpan days, String student, String account, String kind) {
        ClassRef owned = roster.ownedClass(classId);
        return entries.ofBook(
                owned.id(),
                Period.of(days.from(), days.to(), owned.zone(), given(kind)),
                filter(owned, student, account));
    }

    /** Returns a page of the same, the newest first. */
    public Slice<ClassEntry> entries(
            UUID classId,
            DaySpan days,
            String student,
            String account,
            String kind,
            int page,
            int perPage) {
        ClassRef owned = roster.ownedClass(classId);
        return entries.page(
                owned.id(),
                Period.of(days.from(), days.to(), owned.zone(), given(kind)),
                filter(owned, student, account),
                page,
                perPage);
    }

    // Names are sealed in the database, so that they are looked through here.
    private EntryFilter filter(ClassRef owned, String student, String account) {
        String part = given(student);
        List<UUID> owners =
                part == null
                        ? null
                        : accounts.ofClass(owned.id()).stream()
                                .filter(one -> one.ownerId() != null && isMeant(one, part))
                                .map(AccountRow::ownerId)
                                .distinct()
                                .toList();
        return new EntryFilter(owners, given(account));
    }

    private static boolean isMeant(AccountRow account, String part) {
        return account.ownerId().toString().equalsIgnoreCase(part)
                || account.ownerName() != null
                        && SeatNames.order(account.ownerName(), "")
                                .contains(SeatNames.order(part, "").strip());
    }

    private static String given(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /**
     * Lists what the students of a class that the caller runs were paid, given and fined, the
     * newest first.
     *
     * @param from the first day of the class; null for the beginning
     * @param to the last day; null for today
     * @param kind one kind of entry; null for all of these
     */
    public List<ClassEntry> pay(
            UUID classId, LocalDate from, LocalDate to, String kind, int limit) {
        ClassRef owned = roster.ownedClass(classId);
        return entries.payOfBook(owned.id(), Period.of(from, to, owned.zone(), kind), limit);
    }
}
