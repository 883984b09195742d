package org.homeroom.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.identity.Caller;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The books of several classes are closed in one act. */
class ClosedPeriodServiceTest {

    private static final UUID TEACHER = UUID.randomUUID();
    private static final LocalDate DAY = LocalDate.of(2026, 10, 16);
    private static final ClassRef FIRST = inClass("1", TEACHER);
    private static final ClassRef SECOND = inClass("2", TEACHER);
    private static final ClassRef COLLEAGUES = inClass("3", UUID.randomUUID());
    private static final ClassRef NOBODYS = inClass("4", null);

    private final ClosedPeriodService service = new ClosedPeriodService();
    private final Books books = new Books();
    private final List<Object> told = new ArrayList<>();
    private List<ClassRef> seen = List.of(COLLEAGUES, FIRST, NOBODYS, SECOND);

    @BeforeEach
    void signIn() {
        CallerContext.bind(
                new Caller(TEACHER, UUID.randomUUID(), Set.of(Roles.SCHOOL_ADMIN), "Ms. Marsh"));
        service.periods = books;
        service.roster =
                new RosterService() {
                    @Override
                    public List<ClassRef> myClasses() {
                        return seen;
                    }
                };
        service.audit =
                new AuditService() {
                    @Override
                    public void record(
                            String action,
                            String subjectType,
                            Object subjectId,
                            Map<String, ?> before,
                            Map<String, ?> after) {
                        told.add(subjectId);
                    }
                };
    }

    @AfterEach
    void signOut() {
        CallerContext.bind(null);
    }

    /** An administrator sees every class, and closes those that she teaches. */
    @Test
    void onlyClassesThatTheCallerTeachesAreClosed() {
        assertEquals(List.of(FIRST.id(), SECOND.id()), closeAll(DAY));
        assertEquals(List.of(FIRST.id(), SECOND.id()), told);
    }

    @Test
    void whoTeachesNothingClosesNothing() {
        seen = List.of(COLLEAGUES, NOBODYS);

        assertEquals(List.of(), closeAll(DAY));
    }

    @Test
    void whatIsClosedThatFarStaysAsItIs() {
        books.closed(FIRST, DAY, null);
        assertEquals(List.of(SECOND.id()), closeAll(DAY));

        assertEquals(List.of(), closeAll(DAY));
        assertEquals(List.of(), closeAll(DAY.minusDays(1)));
        assertEquals(List.of(FIRST.id(), SECOND.id()), closeAll(DAY.plusDays(1)));
    }

    @Test
    void whatWasReopenedIsClosedAgain() {
        books.closed(FIRST, DAY, Instant.EPOCH);

        assertEquals(List.of(FIRST.id(), SECOND.id()), closeAll(DAY));
    }

    @Test
    void whatOpenedLaterIsLeftOut() {
        books.opened.put(SECOND.id(), DAY.plusDays(2));

        assertEquals(List.of(FIRST.id()), closeAll(DAY));
    }

    @Test
    void whenNoneWasThereTheFirstSaysSo() {
        books.opened.put(FIRST.id(), DAY.plusDays(3));
        books.opened.put(SECOND.id(), DAY.plusDays(2));

        Refusal refused = assertThrows(Refusal.class, () -> closeAll(DAY));

        assertEquals("through", refused.field());
        assertTrue(
                refused.getMessage()
                        .startsWith("The class opened on 2026-10-19. Choose 2026-10-18 or later"),
                refused.getMessage());
        assertEquals(List.of(), told);
    }

    @Test
    void withoutADayNothingIsClosed() {
        books.closed(FIRST, DAY, null);

        Refusal refused = assertThrows(Refusal.class, () -> closeAll(null));

        assertEquals("through", refused.field());
        assertEquals(ErrorCode.VALIDATION_ERROR, refused.code());
    }

    /** All or none: the refusal takes back what was closed before it. */
    @Test
    void whatOneClassRefusesIsRefused() {
        books.outcome.put(SECOND.id(), "busy");
        assertEquals(ErrorCode.CONFLICT, assertThrows(Refusal.class, () -> closeAll(DAY)).code());

        books.outcome.put(SECOND.id(), "early");
        assertEquals("through", assertThrows(Refusal.class, () -> closeAll(DAY)).field());
    }

    private List<UUID> closeAll(LocalDate through) {
        return service.closeAll(through).stream().map(ClosedPeriod::bookId).toList();
    }

    private static ClassRef inClass(String period, UUID teacher) {
        return new ClassRef(
                UUID.randomUUID(),
                "Period " + period,
                period,
                ZoneOffset.UTC,
                "TOK",
                teacher,
                "MATHS7");
    }

    /** Closes as it is told to. */
    private static final class Books extends ClosedPeriodRepository {

        private final Map<UUID, LocalDate> opened = new HashMap<>();
        private final Map<UUID, String> outcome = new HashMap<>();
        private final List<ClosedPeriod> kept = new ArrayList<>();

        void closed(ClassRef one, LocalDate through, Instant reopened) {
            keep(UUID.randomUUID(), one.id(), through, reopened);
        }

        private void keep(UUID id, UUID book, LocalDate through, Instant reopened) {
            kept.add(
                    new ClosedPeriod(
                            id,
                            book,
                            through,
                            Instant.EPOCH,
                            0,
                            null,
                            null,
                            "",
                            Instant.EPOCH,
                            reopened,
                            null));
        }

        @Override
        public Optional<LocalDate> opensAfter(UUID book, LocalDate day, ZoneId zone) {
            return Optional.ofNullable(opened.get(book))
                    .filter(one -> one.minusDays(1).isAfter(day));
        }

        @Override
        public List<ClosedPeriod> ofBook(UUID book) {
            return kept.stream().filter(one -> one.bookId().equals(book)).toList();
        }

        @Override
        public Optional<ClosedPeriod> byId(UUID period) {
            return kept.stream().filter(one -> one.id().equals(period)).findFirst();
        }

        @Override
        public String close(UUID period, UUID book, LocalDate through, ZoneId zone, UUID by) {
            String said = outcome.getOrDefault(book, "closed");
            if (said.equals("closed")) {
                keep(period, book, through, null);
            }
            return said;
        }
    }
}
