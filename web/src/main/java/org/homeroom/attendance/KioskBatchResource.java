package org.homeroom.attendance;

import jakarta.annotation.Nullable;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.kernel.Sentences;

/** Takes the taps that a device of a class has kept. */
@Path("/kiosk/batches")
public class KioskBatchResource {

    @Inject KioskService kiosk;
    @Inject SchoolClock clock;

    /** Taps in any order; {@code sentAt} is the device's clock, null for one that is right. */
    public record Batch(UUID deviceId, @Nullable Instant sentAt, List<KioskTapJson> taps) {}

    /** A tap on the wire: a badge, or a name with its PIN. */
    public record KioskTapJson(
            long seq,
            @Nullable String badge,
            @Nullable String username,
            @Nullable String pin,
            String action,
            @Nullable String reason,
            String at,
            String signature) {

        KioskTap tap() {
            return new KioskTap(
                    seq,
                    badge,
                    username,
                    pin,
                    TapAction.of(action).orElse(null),
                    reason,
                    at,
                    signature);
        }

        /** Keeps PIN and badge out of logs. */
        @Override
        public String toString() {
            return tap().toString();
        }
    }

    /** What became of each tap, in the order of numbers, and what time it is. */
    public record Answer(Instant serverTime, List<TapAnswer> taps) {}

    /**
     * What became of a tap.
     *
     * @param outcome accepted, duplicate, or refused with a code
     * @param name of the student as the class says it, null when refused
     */
    public record TapAnswer(
            long seq,
            String outcome,
            @Nullable String code,
            @Nullable String message,
            @Nullable String name,
            boolean active,
            @Nullable Instant since) {

        static TapAnswer of(KioskResult result) {
            return new TapAnswer(
                    result.seq(),
                    result.outcome(),
                    result.code(),
                    Sentences.say(result.message()),
                    result.name(),
                    result.active(),
                    result.since());
        }
    }

    /** Merges a batch. */
    @Operation(
            does =
                    "Adds taps that a device of a class has kept: each number once however often it is"
                            + " sent, in any order. Each tap is signed with the device's key (PUT"
                            + " /kiosk/key) over the lines homeroom-tap, device, number, username:name or"
                            + " badge:code, action, reason, time.",
            by = "devices of a class",
            refuses = ErrorCode.CONFLICT)
    @POST
    public Answer merge(@Nullable Batch batch) {
        if (batch == null || batch.deviceId() == null || batch.taps() == null) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR, "taps", "Send the device's id and its taps.");
        }
        List<KioskResult> results =
                kiosk.merge(
                        batch.deviceId(),
                        batch.sentAt(),
                        batch.taps().stream().map(KioskTapJson::tap).toList());
        return new Answer(clock.now(), results.stream().map(TapAnswer::of).toList());
    }
}
