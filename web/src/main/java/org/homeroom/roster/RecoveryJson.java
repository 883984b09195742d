package org.homeroom.roster;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Recovery of a teacher with the students' help, on the wire. */
public record RecoveryJson(
        Instant expiresAt,
        int helpers,
        int coded,
        @Nullable String username,
        @Nullable String secret,
        @Nullable String uri) {

    /** The first step: user names of students, and the birth date or the sum of its parts. */
    public record Begin(String students, String birthDate, @Nullable String resumePin) {

        BeginRecovery command() {
            return new BeginRecovery(students, birthDate, resumePin);
        }

        /** Keeps what was said out of logs. */
        @Override
        public String toString() {
            return "Begin";
        }
    }

    /** A request just begun; the token is readable this once. */
    public record Begun(
            String token,
            Instant expiresAt,
            int helpers,
            int coded,
            @Nullable String codes,
            @Nullable String username) {

        static Begun of(BegunRecovery begun) {
            RecoveryState state = begun.state();
            return new Begun(
                    begun.token(),
                    state.expiresAt(),
                    state.helpers(),
                    state.coded(),
                    begun.codes().isEmpty() ? null : begun.codes(),
                    begun.username());
        }
    }

    /** The students' codes, and what the teacher wants to be called. */
    public record Codes(String codes, @Nullable String username) {

        /** Keeps the codes out of logs. */
        @Override
        public String toString() {
            return "Codes";
        }
    }

    /** The PIN that brings saved codes back, readable this once. */
    public record Saved(String resumePin) {}

    /** The last step. */
    public record Factor(String username, String password, String code) {

        /** Keeps the proofs out of logs. */
        @Override
        public String toString() {
            return "Factor[" + username + "]";
        }
    }

    /** The way back in; the recovery codes are readable this once. */
    public record Done(String username, List<String> recoveryCodes) {}

    /** What a student is asked. */
    public record Asked(
            UUID id, String teacher, Instant expiresAt, boolean coded, boolean dismissed) {

        static Asked of(RecoveryAsked asked) {
            return new Asked(
                    asked.id(),
                    asked.teacher(),
                    asked.expiresAt(),
                    asked.coded(),
                    asked.dismissed());
        }
    }

    /** A student's proof. */
    public record Help(String passphrase) {

        /** Keeps the passphrase out of logs. */
        @Override
        public String toString() {
            return "Help";
        }
    }

    /** A student's code, readable this once. */
    public record Code(String code) {}

    /** What a teacher says beforehand: the birth date, or the sum of its parts. */
    public record SetUp(String birthDate) {

        /** Keeps the date out of logs. */
        @Override
        public String toString() {
            return "SetUp";
        }
    }

    /** How far a teacher is prepared. */
    public record Setup(
            @Nullable Instant setAt, @Nullable Instant begunAt, @Nullable Instant expiresAt) {

        static Setup of(RecoverySetup setup) {
            return new Setup(setup.setAt(), setup.begunAt(), setup.expiresAt());
        }
    }

    static RecoveryJson of(RecoveryState state) {
        return new RecoveryJson(
                state.expiresAt(),
                state.helpers(),
                state.coded(),
                state.username(),
                state.isProved() ? state.factor().secret() : null,
                state.isProved() ? state.factor().uri() : null);
    }
}
