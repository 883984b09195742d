package org.homeroom.ledger;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;

/** The books of a class as a whole, for who runs it. */
@Stateless
@RolesAllowed({Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
public class BookService {

    /** How many days back the money supply is told. */
    public static final int DAYS = 90;

    @Inject LedgerAccountRepository accounts;
    @Inject BookRepository books;
    @Inject ProofRepository proofs;
    @Inject WhyRepository whys;
    @Inject RosterService roster;
    @Inject SchoolClock clock;

    /** Returns the trial balance of a class. */
    public ClassBooks of(UUID classId) {
        ClassRef found = roster.ownedClass(classId);
        return new ClassBooks(
                found, accounts.ofClass(found.id()), books.state(found.id()), proof());
    }

    /** Returns what every book of the school comes to. */
    @RolesAllowed({Roles.SCHOOL_ADMIN, Roles.OPERATOR})
    public SchoolBooks ofSchool() {
        Map<UUID, BookTotal> totals =
                proofs.bookTotals().stream()
                        .collect(Collectors.toMap(BookTotal::bookId, Function.identity()));
        return new SchoolBooks(
                roster.myClasses().stream()
                        .filter(one -> totals.containsKey(one.id()))
                        .map(one -> new SchoolBooks.OfClass(one, totals.get(one.id())))
                        .toList(),
                proof());
    }

    private ProofState proof() {
        return new ProofState(proofs.head().orElse(null), proofs.newest().orElse(null));
    }

    /**
     * Returns what the students of a class had together at the end of each of the last {@value
     * #DAYS} days and today.
     */
    public List<SupplyDay> supply(UUID classId) {
        ClassRef found = roster.ownedClass(classId);
        LocalDate today = clock.today(found.zone());
        return books.supply(found.id(), found.zone(), today.minusDays(DAYS), today);
    }

    /**
     * Tells who and what is behind an entry, as seen from its first account.
     *
     * @throws Refusal not found, whether it is absent or not of a class that the caller runs
     */
    public EntryOrigin origin(UUID entryId) {
        FullEntry entry = entry(entryId);
        return whys.origins(entry.bookId(), entry.lines().get(0).accountId(), List.of(entryId))
                .get(entryId);
    }

    /**
     * Returns an entry of a class that the caller runs.
     *
     * @throws Refusal not found, whether it is absent or not of such a class
     */
    public FullEntry entry(UUID entryId) {
        FullEntry entry = books.entry(entryId).orElseThrow(Refusal::notFound);
        roster.ownedClass(entry.bookId());
        return entry;
    }
}
