package org.homeroom.identity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Ids;
import org.homeroom.kernel.Refusal;
import org.homeroom.privacy.InstallationKeys;
import org.junit.jupiter.api.Test;

class FactorKeysTest {

    private static final String OLD = "an old key of thirty-two letters";
    private static final String NEW = "a newer key of thirty-two letters";
    private static final byte[] SECRET = {1, 2, 3};

    private final UUID owner = Ids.next();

    @Test
    void opensWhatItSealedAndSealsNothingTwiceAlike() {
        FactorKeys keys = keys(OLD);
        byte[] sealed = keys.seal(owner, SECRET);
        assertArrayEquals(SECRET, keys.open(owner, sealed));
        assertFalse(Arrays.equals(sealed, keys.seal(owner, SECRET)));
    }

    @Test
    void opensForTheOwnerAloneAndOnlyWhatNobodyChanged() {
        FactorKeys keys = keys(OLD);
        byte[] sealed = keys.seal(owner, SECRET);
        assertThrows(IllegalStateException.class, () -> keys.open(Ids.next(), sealed));
        sealed[sealed.length - 1] ^= 1;
        assertThrows(IllegalStateException.class, () -> keys.open(owner, sealed));
    }

    @Test
    void opensWithTheOldKeyAfterAChange() {
        byte[] sealed = keys(OLD).seal(owner, SECRET);
        byte[] mark = keys(OLD).mark(owner, "code");
        FactorKeys both = keys(NEW + "," + OLD);
        assertArrayEquals(SECRET, both.open(owner, sealed));
        assertArrayEquals(mark, both.marks(owner, "code").get(1));
        assertThrows(Refusal.class, () -> keys(NEW).open(owner, sealed));
    }

    @Test
    void sealsNothingWithoutAKeyOrWithAShortOne() {
        for (String setting : new String[] {"", "short"}) {
            Refusal refusal = assertThrows(Refusal.class, () -> keys(setting).seal(owner, SECRET));
            assertEquals(ErrorCode.EXTERNAL_SERVICE_ERROR, refusal.code());
        }
    }

    private static FactorKeys keys(String setting) {
        return new FactorKeys(new InstallationKeys(Map.of(InstallationKeys.FACTOR, setting)));
    }
}
