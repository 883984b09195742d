package org.homeroom.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a school information system leaves in the folder at night is taken in once. */
class RosterFolderTimerTest {

    private static final int MINUTES = 60;

    @TempDir Path folder;

    private final Intake intake = new Intake();
    private final Approval approval = new Approval();
    private final RosterFolderTimer timer = new RosterFolderTimer();

    @BeforeEach
    void wire() {
        timer.intake = intake;
        timer.approval = approval;
        timer.clock = new SchoolClock();
    }

    @Test
    void whatIsSoundIsAppliedAndLiesAside() throws IOException {
        leave("b.zip", 5);
        leave("a.zip", 5);
        leave("notes.txt", 5);

        timer.take(folder);
        timer.take(folder);

        assertEquals(List.of("a.zip", "b.zip"), intake.taken, "by name, each once");
        assertEquals(2, approval.asked);
        assertTrue(Files.exists(folder.resolve("read/a.zip")));
        assertFalse(Files.exists(folder.resolve("a.zip")));
        assertTrue(Files.exists(folder.resolve("notes.txt")));
    }

    @Test
    void whatIsStillBeingWrittenWaits() throws IOException {
        leave("new.zip", 0);

        timer.take(folder);

        assertEquals(List.of(), intake.taken);
        assertTrue(Files.exists(folder.resolve("new.zip")));
    }

    @Test
    void whatHasProblemsOrChangesNothingIsNotApplied() throws IOException {
        intake.state = DeliveryState.INVALID;
        leave("bad.zip", 5);
        timer.take(folder);
        intake.state = DeliveryState.VALIDATED;
        intake.changes = 0;
        leave("same.zip", 5);
        timer.take(folder);

        assertEquals(List.of("bad.zip", "same.zip"), intake.taken);
        assertEquals(0, approval.asked);
    }

    @Test
    void whereTooManyWouldLeaveTheNextOneIsTakenAllTheSame() throws IOException {
        approval.refuses = true;
        leave("a.zip", 5);
        leave("b.zip", 5);

        timer.take(folder);

        assertEquals(2, approval.asked);
    }

    @Test
    void whatIsTooLargeIsNotReadAtAll() throws IOException {
        leave("huge.zip", 5);
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("huge.zip").toFile(), "rw")) {
            file.setLength(RosterImportService.MOST_BYTES + 1L);
        }
        age("huge.zip", 5);

        timer.take(folder);

        assertEquals(List.of(), intake.taken);
    }

    private void leave(String name, int minutesAgo) throws IOException {
        Files.writeString(folder.resolve(name), "zip", StandardCharsets.UTF_8);
        age(name, minutesAgo);
    }

    private void age(String name, int minutesAgo) throws IOException {
        Instant then = Instant.now().minusSeconds((long) MINUTES * minutesAgo);
        Files.setLastModifiedTime(folder.resolve(name), FileTime.from(then));
    }

    /** Reads every zip as the same delivery. */
    private static final class Intake extends RosterIntake {

        private final List<String> taken = new ArrayList<>();
        private DeliveryState state = DeliveryState.VALIDATED;
        private int changes = 1;

        @Override
        public RosterDelivery take(byte[] zip, String fileName, UUID by) {
            taken.add(fileName);
            DeliveryTally tally = new DeliveryTally(changes, 0, 0, 0);
            DeliveryPart part =
                    new DeliveryPart(
                            UUID.randomUUID(), "Hill", "1", false, tally, tally, tally, null);
            return new RosterDelivery(
                    UUID.randomUUID(),
                    state,
                    "1.1",
                    "bulk",
                    fileName,
                    new RosterDelivery.Counts(1, 1, 1, 1, 0),
                    0,
                    by,
                    Instant.now(),
                    null,
                    false,
                    null,
                    null,
                    null,
                    List.of(part),
                    List.of());
        }
    }

    /** Starts no job. */
    private static final class Approval extends RosterApproval {

        private int asked;
        private boolean refuses;

        @Override
        public long approve(RosterDelivery delivery, UUID by, boolean acceptLeaving) {
            asked++;
            if (refuses) {
                throw new Refusal(ErrorCode.CONFLICT, "Too many would leave.");
            }
            return asked;
        }
    }
}
