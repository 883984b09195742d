package org.homeroom.attendance;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.identity.DoorKey;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Ids;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.roster.ClassDeviceService;
import org.homeroom.tenancy.TenantContext;

/** Steps of {@link KioskService}, each a transaction; no page calls them directly. */
@Stateless
@PermitAll
public class KioskStepService {

    private static final String SUBJECT = "account";
    // Within it a student still stands in front of the device and hears why not.
    private static final Duration LIVE = Duration.ofSeconds(30);

    @Inject ClassDeviceService devices;
    @Inject KioskRepository kiosks;
    @Inject TapRepository taps;
    @Inject TapHistoryRepository history;
    @Inject TapCorrectionRepository corrections;
    @Inject BoardRepository boards;
    @Inject SchoolClock clock;
    @Inject AuditService audit;
    @Inject Event<Tapped> tapped;

    /** Stores the device's next key and returns its turn. */
    public int register(UUID deviceId, byte[] publicKey) {
        kiosks.lock(deviceId);
        int turn = kiosks.key(deviceId).map(KioskKey::turn).orElse(0) + 1;
        kiosks.add(deviceId, new KioskKey(turn, publicKey), clock.now());
        audit.record("attendance.kiosk.key_set", SUBJECT, deviceId, null, Map.of("turn", turn));
        return turn;
    }

    /**
     * The calling device, the key that it signs with now, and what became of numbers that came
     * before with it.
     */
    public record Known(DoorKey device, KioskKey key, Map<Long, KioskRecord> records) {}

    /**
     * Returns what is known of the calling device and the numbers.
     *
     * @throws Refusal not found, for another device; conflict, before it has a key
     */
    public Known known(UUID deviceId, Collection<Long> numbers) {
        DoorKey device =
                devices.self()
                        .filter(self -> self.accountId().equals(deviceId))
                        .orElseThrow(Refusal::notFound);
        KioskKey key =
                kiosks.key(deviceId)
                        .orElseThrow(
                                () ->
                                        new Refusal(
                                                ErrorCode.CONFLICT,
                                                "This device has no key yet. Send one first."));
        return new Known(device, key, kiosks.known(deviceId, key.turn(), numbers));
    }

    /** Finds the student of the class who signs in by that name, null for none. */
    public Optional<UUID> named(UUID classId, String username) {
        if (username == null) {
            return Optional.empty();
        }
        String name = username.strip().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(history.students(classId, List.of(name)).get(name));
    }

    /**
     * Adds the taps that may count, all in one transaction, in the order they happened.
     *
     * @return what became of each, in the order of numbers
     */
    public List<KioskResult> merge(UUID classId, UUID deviceId, int turn, List<KioskClaim> claims) {
        Instant now = clock.now().truncatedTo(ChronoUnit.SECONDS);
        kiosks.lock(deviceId);
        claims.stream()
                .map(KioskClaim::studentId)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .forEach(taps::lock);
        Batch batch = new Batch(classId, deviceId, turn, now);
        List<KioskClaim> ordered = new ArrayList<>(claims);
        ordered.sort(
                Comparator.comparing(
                                KioskClaim::at, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(claim -> claim.tap().seq()));
        ordered.forEach(claim -> take(batch, claim));
        tell(batch);
        batch.results.sort(Comparator.comparing(KioskResult::seq));
        return batch.results;
    }

    // What one batch is about and what has become of it so far.
    private static final class Batch {
        private final UUID classId;
        private final UUID deviceId;
        private final int turn;
        private final Instant now;
        private final List<KioskResult> results = new ArrayList<>();
        private final Map<KioskCode, Integer> refused = new EnumMap<>(KioskCode.class);
        private int late;

        Batch(UUID classId, UUID deviceId, int turn, Instant now) {
            this.classId = classId;
            this.deviceId = deviceId;
            this.turn = turn;
            this.now = now;
        }
    }

    private void take(Batch batch, KioskClaim claim) {
        KioskTap tap = claim.tap();
        if (claim.refused() == KioskCode.INVALID || claim.refused() == KioskCode.SIGNATURE) {
            refuse(batch, claim, claim.refused(), claim.refused().sentence());
            return;
        }
        // Asked again under the lock: the same batch may have come twice at once.
        KioskRecord known =
                kiosks.known(batch.deviceId, batch.turn, List.of(tap.seq())).get(tap.seq());
        if (known != null) {
            again(batch, claim, known);
        } else if (claim.refused() != null) {
            refuse(batch, claim, claim.refused(), claim.refused().sentence());
        } else {
            add(batch, claim);
        }
    }

    private void again(Batch batch, KioskClaim claim, KioskRecord known) {
        long seq = claim.tap().seq();
        if (!Arrays.equals(known.hash(), claim.tap().hash(batch.deviceId))) {
            refuse(batch, claim, KioskCode.NUMBER_USED, KioskCode.NUMBER_USED.sentence());
        } else if (known.isAccepted()) {
            batch.results.add(
                    boards.standing(batch.classId, known.studentId(), batch.now)
                            .map(seat -> KioskResult.of(seq, "duplicate", seat))
                            .orElseGet(
                                    () ->
                                            new KioskResult(
                                                    seq,
                                                    "duplicate",
                                                    null,
                                                    null,
                                                    null,
                                                    false,
                                                    null)));
        } else {
            batch.results.add(KioskResult.refused(seq, KioskCode.valueOf(known.code())));
        }
    }

    private void add(Batch batch, KioskClaim claim) {
        UUID student = claim.studentId();
        boolean live = !claim.at().isBefore(batch.now.minus(LIVE));
        Optional<Standing> found = settled(batch, student);
        if (found.isEmpty()) {
            KioskCode nobody = KioskCode.NOT_RECOGNISED;
            refuse(
                    batch,
                    new KioskClaim(claim.tap(), claim.at(), null, null),
                    nobody,
                    nobody.sentence());
            return;
        }
        Standing seat = found.get();
        String reason = reason(claim.tap());
        try {
            if (live || !seat.tapEnabled()) {
                TapRules.decide(seat, "this class", claim.tap().action(), reason);
            }
        } catch (Refusal refusal) {
            refuse(batch, claim, KioskCode.NOT_NOW, refusal.getMessage());
            return;
        }
        HistoricTap added = store(batch, claim, reason);
        boolean newest = seat.since() == null || added.at().isAfter(seat.since());
        List<Tapped> news = settle(batch, added, seat, live && newest);
        batch.late += live ? 0 : 1;
        keep(batch, claim, added.at(), KioskRecord.ADDED, added.id());
        // A live tap that is the newest and ends nothing elsewhere says itself where it leads,
        // unless
        // it goes on with the session that is open.
        boolean goesOn = seat.isIn() && added.action() == TapAction.IN;
        batch.results.add(
                live && newest && !goesOn && news.size() == 1
                        ? KioskResult.of(claim.tap().seq(), seat.name(), added)
                        : KioskResult.of(
                                claim.tap().seq(),
                                "accepted",
                                settled(batch, student).orElseThrow()));
    }

    private Optional<Standing> settled(Batch batch, UUID student) {
        Optional<Standing> seat = boards.standing(batch.classId, student, batch.now);
        if (seat.filter(one -> one.mayBeDue(batch.now)).isEmpty()) {
            return seat;
        }
        taps.closeAtLimit(List.of(batch.classId), List.of(student), batch.now)
                .forEach(tapped::fire);
        return boards.standing(batch.classId, student, batch.now);
    }

    // A device knows breaks and the end of the day only.
    private static String reason(KioskTap tap) {
        if (tap.action() == TapAction.IN) {
            return null;
        }
        return TapRules.DONE.equals(tap.reason()) ? TapRules.DONE : "Break";
    }

    // One person does one thing a second: what comes in a second that is taken moves on.
    private HistoricTap store(Batch batch, KioskClaim claim, String reason) {
        Instant at = claim.at();
        while (true) {
            HistoricTap tap =
                    new HistoricTap(
                            Ids.next(), claim.studentId(), claim.tap().action(), at, reason);
            if (history.add(batch.classId, List.of(tap), "kiosk", batch.deviceId, batch.now)
                    .contains(tap.id())) {
                return tap;
            }
            at = at.plusSeconds(1);
        }
    }

    // Up to now the limit has been applied, so a live tap that is the newest changes nothing of it.
    private List<Tapped> settle(
            Batch batch, HistoricTap tap, Standing before, boolean keepsLimits) {
        UUID school = TenantContext.require();
        List<Tapped> news = new ArrayList<>();
        news.add(new Tapped(school, batch.classId, tap.studentId(), tap.action(), tap.at()));
        if (tap.action() == TapAction.IN) {
            news.addAll(
                    taps.switchAt(
                            batch.classId, tap.studentId(), tap.at(), batch.deviceId, batch.now));
        } else if (LocalDate.ofInstant(tap.at(), before.zone())
                .equals(LocalDate.ofInstant(batch.now, before.zone()))) {
            day(batch, tap, before);
        }
        for (Tapped one : news.subList(keepsLimits ? 1 : 0, news.size())) {
            corrections.limitAnew(
                    one.classId(), tap.studentId(), one.at(), batch.deviceId, batch.now);
        }
        news.forEach(tapped::fire);
        return news;
    }

    private void day(Batch batch, HistoricTap tap, Standing before) {
        if (TapRules.DONE.equals(tap.reason())) {
            LocalDate today = LocalDate.ofInstant(batch.now, before.zone());
            taps.lockDay(batch.classId, List.of(tap.studentId()), today);
        } else if (before.since() == null || tap.at().isAfter(before.since())) {
            taps.unlockDay(batch.classId, tap.studentId());
        }
    }

    private void refuse(Batch batch, KioskClaim claim, KioskCode why, String message) {
        batch.refused.merge(why, 1, Integer::sum);
        batch.results.add(KioskResult.refused(claim.tap().seq(), why, message));
        if (why.isFinal()) {
            keep(batch, claim, claim.at(), why.name(), null);
        }
    }

    private void keep(Batch batch, KioskClaim claim, Instant at, String code, UUID tapId) {
        kiosks.keep(
                batch.deviceId,
                batch.turn,
                batch.classId,
                new KioskRecord(
                        claim.tap().seq(),
                        claim.studentId(),
                        claim.tap().action(),
                        at,
                        claim.tap().hash(batch.deviceId),
                        code,
                        tapId),
                batch.now);
    }

    // A tap that counts at once tells of itself; what came late or was refused stands in the audit.
    private void tell(Batch batch) {
        if (batch.late > 0 || !batch.refused.isEmpty()) {
            audit.record(
                    "attendance.kiosk.merged",
                    "class",
                    batch.classId,
                    null,
                    Map.of(
                            "device",
                            batch.deviceId,
                            "late",
                            batch.late,
                            "refused",
                            batch.refused.toString()));
        }
    }
}
