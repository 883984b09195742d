package org.homeroom.attendance;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.identity.DoorKey;
import org.homeroom.identity.Roles;
import org.homeroom.identity.SignInService;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.roster.ClassDeviceService;

/**
 * Students tap on a device of their class, with a badge or with name and PIN. The device may have
 * kept the taps for days: who tapped is found out before the transaction that adds them, because a
 * PIN's hash takes as long as a hundred queries.
 */
@Stateless
@RolesAllowed(Roles.KIOSK)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class KioskService {

    /** How many taps a batch has at most. */
    public static final int MOST = 100;

    private static final Duration OLDEST = Duration.ofDays(14);
    // Clocks that agree may still be a little apart.
    private static final Duration EARLY = Duration.ofSeconds(60);

    @Inject ClassDeviceService devices;
    @Inject SignInService door;
    @Inject KioskStepService steps;
    @Inject SchoolClock clock;

    /**
     * Takes the key with which the calling device signs from now on.
     *
     * @param publicKey base64 of the SubjectPublicKeyInfo of a P-256 key
     * @return its turn: the first key is 1
     * @throws Refusal naming {@code public_key}
     */
    public int register(String publicKey) {
        UUID device = devices.self().map(DoorKey::accountId).orElseThrow(Refusal::notFound);
        return steps.register(device, KioskSignature.key(publicKey));
    }

    /**
     * Adds what the calling device has kept, each tap once however often it is sent.
     *
     * @param sentAt the device's clock when it sends; a clock that is wrong is set right by it.
     *     Null for one that is right
     * @return what became of each, in the order of numbers
     * @throws Refusal not found, for another device's taps; conflict, before the device has a key;
     *     validation, for too many
     */
    public List<KioskResult> merge(UUID deviceId, Instant sentAt, List<KioskTap> taps) {
        if (taps.isEmpty() || taps.size() > MOST) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR, "taps", "Send 1 to " + MOST + " taps at once.");
        }
        KioskStepService.Known known =
                steps.known(deviceId, taps.stream().map(KioskTap::seq).toList());
        Instant now = clock.now();
        Duration behind = sentAt == null ? Duration.ZERO : Duration.between(sentAt, now);
        Map<String, Optional<UUID>> proved = new HashMap<>();
        List<KioskClaim> claims = new ArrayList<>();
        for (KioskTap tap : taps) {
            claims.add(look(tap, known, behind, now, proved));
        }
        return steps.merge(known.device().placeId(), deviceId, known.key().turn(), claims);
    }

    private KioskClaim look(
            KioskTap tap,
            KioskStepService.Known known,
            Duration behind,
            Instant now,
            Map<String, Optional<UUID>> proved) {
        if (!tap.isWhole()) {
            return KioskClaim.refused(tap, null, KioskCode.INVALID);
        }
        String signed = tap.signed(known.device().accountId());
        if (!KioskSignature.isOf(known.key().publicKey(), signed, tap.signature())) {
            return KioskClaim.refused(tap, null, KioskCode.SIGNATURE);
        }
        Instant at = tap.instant().plus(behind).truncatedTo(ChronoUnit.SECONDS);
        if (known.records().containsKey(tap.seq())) {
            // What it was then, it is now; nobody's PIN is asked for again.
            return new KioskClaim(tap, at, null, null);
        }
        if (at.isAfter(now.plus(EARLY))) {
            return KioskClaim.refused(tap, at, KioskCode.FUTURE);
        }
        if (at.isBefore(known.device().madeAt().truncatedTo(ChronoUnit.SECONDS))
                || at.isBefore(now.minus(OLDEST))) {
            return KioskClaim.refused(tap, at, KioskCode.TOO_OLD);
        }
        Instant past = at.isAfter(now) ? now.truncatedTo(ChronoUnit.SECONDS) : at;
        return who(tap, known.device().placeId(), past, proved);
    }

    private KioskClaim who(
            KioskTap tap, UUID classId, Instant at, Map<String, Optional<UUID>> proved) {
        try {
            // Of several taps of a student in a batch one proof is enough.
            UUID student =
                    proved.computeIfAbsent(
                                    tap.badge() + "\n" + tap.username() + "\n" + tap.pin(),
                                    proof -> find(tap))
                            .orElse(null);
            return new KioskClaim(
                    tap, at, student, student == null ? KioskCode.NOT_RECOGNISED : null);
        } catch (Refusal refusal) {
            boolean rests = refusal.code() == ErrorCode.RATE_LIMIT_EXCEEDED;
            // Its teacher reads whose tap it would have been; the device is not told.
            UUID named = steps.named(classId, tap.username()).orElse(null);
            return new KioskClaim(
                    tap, at, named, rests ? KioskCode.RESTING : KioskCode.NOT_RECOGNISED);
        }
    }

    private Optional<UUID> find(KioskTap tap) {
        return tap.badge() == null
                ? Optional.of(door.proveAtDevice(tap.username(), tap.pin()))
                : door.byBadge(tap.badge());
    }
}
