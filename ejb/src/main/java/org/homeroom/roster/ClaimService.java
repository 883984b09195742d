package org.homeroom.roster;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.identity.Roles;
import org.homeroom.identity.StudentProofs;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.tenancy.TenantContext;

/**
 * How pupils take their seats without anybody's help: they show that they know their join code,
 * initial, last name and birth date, then choose how to sign in (economy.md 3.4). A pupil who has
 * an account in the school already takes further seats with it at once.
 */
@Stateless
@PermitAll
public class ClaimService {

    private static final Duration LIFE = Duration.ofMinutes(15);

    @Inject RosterRepository roster;
    @Inject RosterService access;
    @Inject SeatRepository seats;
    @Inject ClaimRepository claims;
    @Inject ClaimAttemptService attempts;
    @Inject Recognition recognition;
    @Inject StudentAccounts accounts;
    @Inject SchoolClock clock;
    @Inject AuditService audit;
    @Inject Event<SeatClaimed> claimed;

    /**
     * Recognises the pupil's free seat.
     *
     * @throws NoSeatMatches when there is none, for whatever reason
     * @throws TwoSeatsMatch when the first name is needed to choose
     * @throws Refusal VALIDATION_ERROR for an empty or unreadable value
     */
    public OpenClaim claim(ClaimSeat command) {
        // A day ahead of UTC, so that the answer does not depend on the class's zone.
        int dobSum =
                BirthDate.sum(
                        ClaimForm.birthDate(command, clock.today(ZoneOffset.UTC).plusDays(1)));
        attempts.admit(command);
        Optional<ClassRef> target = roster.byJoinCode(JoinCode.typed(command.joinCode()));
        List<SeatSecret> matching =
                target.map(found -> matching(found, command, dobSum)).orElse(List.of());
        if (matching.isEmpty()) {
            attempts.failed(command);
            throw new NoSeatMatches();
        }
        if (matching.size() > 1) {
            throw new TwoSeatsMatch();
        }
        // Asked again under the lock: its teacher may be correcting it just now.
        SeatSecret seat =
                seats.lock(matching.get(0).id())
                        .filter(found -> recognises(found, command, dobSum))
                        .orElseThrow(NoSeatMatches::new);
        return recognised(seat, command.lastName());
    }

    /**
     * Refuses a word that no user name can be made of, before the last step of a form asks for
     * more.
     */
    public void checkWord(String word) {
        Username.word(word);
    }

    /**
     * Makes the pupil's account and gives it the seat.
     *
     * @return the user name, shown this once
     * @throws Refusal not found when the claim is unknown or has expired, CONFLICT when the seat is
     *     taken, VALIDATION_ERROR for what was chosen
     */
    public String choose(UUID claimId, ChooseCredentials command) {
        Instant now = clock.now();
        ClaimRow claim = claims.live(claimId, now).orElseThrow(ClaimService::expired);
        // A correction of the seat ends claims by what was wrong, perhaps while the lock is
        // awaited.
        SeatSecret seat =
                seats.lock(claim.seatId())
                        .filter(found -> claims.live(claimId, now).isPresent())
                        .orElseThrow(ClaimService::expired);
        if (seat.studentId() != null) {
            return enter(seat, command);
        }
        List<String> names = Username.candidates(command.word(), seat);
        return open(seat, names, accounts.proofs(command.pin(), command.passphrase())).username();
    }

    /**
     * Takes a free seat for its pupil under a given user name, as teachers do for pupils who cannot
     * (economy.md 3.3). The caller must run the class.
     *
     * @return the pupil's account
     * @throws Refusal CONFLICT when seat or name is taken
     */
    @RolesAllowed({Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
    public UUID handOver(UUID seatId, String username, StudentProofs proofs) {
        SeatSecret seat = seats.lock(seatId).orElseThrow(Refusal::notFound);
        access.ownedClass(seat.classId());
        if (seat.studentId() != null) {
            throw new Refusal(ErrorCode.CONFLICT, "This seat is taken.");
        }
        return open(seat, List.of(username), proofs).id();
    }

    private StudentAccounts.Opened open(SeatSecret seat, List<String> names, StudentProofs proofs) {
        String displayName = seat.name();
        StudentAccounts.Opened account = accounts.open(names, displayName, proofs);
        take(seat, account.id(), clock.now());
        return account;
    }

    /** A roster has opened the account; its pupil brings the proofs and learns the name. */
    private String enter(SeatSecret seat, ChooseCredentials command) {
        String username =
                seats.waiting(seat.studentId())
                        .orElseThrow(
                                () ->
                                        new Refusal(
                                                ErrorCode.CONFLICT,
                                                "This seat is taken. Sign in with the username you"
                                                        + " have."));
        accounts.enter(seat.studentId(), accounts.proofs(command.pin(), command.passphrase()));
        return username;
    }

    private OpenClaim recognised(SeatSecret seat, String lastName) {
        Instant now = clock.now();
        ClaimRow claim = new ClaimRow(UUID.randomUUID(), seat.id(), now.plus(LIFE));
        claims.add(claim, now);
        if (seat.studentId() != null) {
            return new OpenClaim(claim.id(), claim.expiresAt(), false);
        }
        Optional<UUID> student = sameStudent(seat, lastName);
        student.ifPresent(id -> take(seat, id, now));
        return new OpenClaim(claim.id(), claim.expiresAt(), student.isPresent());
    }

    private void take(SeatSecret seat, UUID studentId, Instant now) {
        if (!seats.take(seat.id(), studentId, now)) {
            throw new NoSeatMatches();
        }
        audit.record("roster.seat.claimed", "seat", seat.id(), null, Map.of("student", studentId));
        claimed.fire(new SeatClaimed(TenantContext.require(), seat.classId(), studentId));
    }

    private List<SeatSecret> matching(ClassRef target, ClaimSeat command, int dobSum) {
        return seats.free(target.id(), dobSum).stream()
                .filter(seat -> recognises(seat, command, dobSum))
                .filter(seat -> ClaimForm.isNamed(seat, command.firstName()))
                .toList();
    }

    private boolean recognises(SeatSecret seat, ClaimSeat command, int dobSum) {
        return recognition.recognises(seat, command.firstInitial(), command.lastName(), dobSum);
    }

    /** Returns the account of the pupil's seat in another class, if there is one. */
    private Optional<UUID> sameStudent(SeatSecret seat, String lastName) {
        return seats.takenLike(seat).stream()
                .filter(
                        taken ->
                                recognition.recognises(
                                        taken, taken.firstName(), lastName, seat.dobSum()))
                .map(SeatSecret::studentId)
                .findFirst();
    }

    private static Refusal expired() {
        return new Refusal(
                ErrorCode.NOT_FOUND,
                "This took longer than 15 minutes. Start again with the class code.");
    }
}
