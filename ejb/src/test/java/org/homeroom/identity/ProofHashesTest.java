package org.homeroom.identity;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.Map;
import org.homeroom.privacy.InstallationKeys;
import org.junit.jupiter.api.Test;

class ProofHashesTest {

    private static final String PEPPER = "0123456789abcdef0123456789abcdef";
    private static final String NEXT = "fedcba9876543210fedcba9876543210";

    private final ProofHashes hashes = with(PEPPER);

    private static ProofHashes with(String peppers) {
        ProofHashes hashes =
                new ProofHashes(new InstallationKeys(Map.of(InstallationKeys.PEPPER, peppers)));
        hashes.hashNobodys();
        return hashes;
    }

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
        assertTrue(stored.matches("[0-9a-f]{8}:\\$argon2id\\$v=19\\$m=12288,t=3,p=1\\$.*"), stored);
        assertNotEquals(stored, hashes.hash("2468"));
    }

    @Test
    void aStolenHashIsGoodForNothingWithoutThePepper() {
        String stored = hashes.hash("2468");
        assertFalse(with(NEXT).matches("2468", stored));
        assertFalse(hashes.matches("2468", stored.substring(stored.indexOf(':') + 1)));
        assertTrue(with(NEXT + "," + PEPPER).matches("2468", stored));
    }

    @Test
    void knowsHashesFromBeforeThereWasAPepper() {
        String stored =
                Password.hash("2468")
                        .addRandomSalt()
                        .with(Argon2Function.getInstance(64, 1, 1, 32, Argon2.ID))
                        .getResult();
        assertTrue(hashes.matches("2468", stored));
        assertFalse(hashes.matches("1357", stored));
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

    // The shortest of some: what else the machine does only adds to it.
    private long time(String stored) {
        long shortest = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long begun = System.nanoTime();
            hashes.matches("1357", stored);
            shortest = Math.min(shortest, System.nanoTime() - begun);
        }
        return shortest;
    }
}
