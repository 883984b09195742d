package org.homeroom.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.tenancy.TenantContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The last step of a proof, while others go on posting and sealing. */
class JournalSealServiceTest {

    private static final ChainCheck PROVED = new ChainCheck(7, new byte[] {7}, null);

    private final Books books = new Books();
    private final JournalSealService seals = new JournalSealService();

    @BeforeEach
    void givenBooks() {
        seals.proofs = books;
    }

    @Test
    void whatWasSealedMeanwhileIsProvedToo() throws Exception {
        books.sealed = 9;

        assertNull(conclude());
        assertEquals(9, books.kept.reached());
    }

    @Test
    void aChainThatEndsBeforeItsHeadIsBroken() throws Exception {
        books.sealed = 7;
        books.head = 9;

        assertEquals("the chain ends at 7, before its head", conclude());
    }

    private String conclude() throws Exception {
        return TenantContext.callAs(UUID.randomUUID(), () -> seals.conclude(PROVED));
    }

    private static final class Books extends ProofRepository {

        private long sealed;
        private long head;
        private ChainCheck kept;

        @Override
        public Optional<ChainHead> head() {
            return Optional.of(new ChainHead(Math.max(head, sealed), "", Instant.EPOCH));
        }

        @Override
        public ChainCheck proveChain(ChainCheck from, int limit) {
            return new ChainCheck(sealed, from.digest(), null);
        }

        @Override
        public String proveSums() {
            return null;
        }

        @Override
        public void record(UUID school, UUID id, ChainCheck chain, String breach) {
            kept = chain;
        }
    }
}
