package org.homeroom.identity;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ProofHashesTest {

    private final ProofHashes hashes = new ProofHashes();

    @Test
    void knowsTheProofAndNoOther() {
        String stored = hashes.hash("blåvalg-Ω-1");
        assertTrue(hashes.matches("blåvalg-Ω-1", stored));
        assertFalse(hashes.matches("blavalg-Ω-1", stored));
        assertFalse(hashes.matches("", stored));
    }

    @Test
    void describesItselfAndSaltsEachTime() {
        String stored = hashes.hash("2468");
        assertTrue(stored.startsWith("$argon2id$v=19$m=12288,t=3,p=1$"), stored);
        assertNotEquals(stored, hashes.hash("2468"));
    }

    @Test
    void neverMatchesAnAccountWithoutTheProof() {
        assertFalse(hashes.matches("anything", null));
    }

    @Test
    void worksAsLongForNobodyAsForSomebody() {
        String stored = hashes.hash("2468");
        hashes.matches("1357", stored);
        long somebody = time(stored);
        long nobody = time(null);
        assertTrue(nobody > somebody / 4, nobody + " ns against " + somebody + " ns");
    }

    private long time(String stored) {
        long begun = System.nanoTime();
        for (int i = 0; i < 5; i++) {
            hashes.matches("1357", stored);
        }
        return System.nanoTime() - begun;
    }
}
