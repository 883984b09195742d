package org.homeroom.privacy;

import java.util.Map;
import java.util.UUID;

/** Keys of one school that stand in no table. */
public final class TestKeys extends DataKeys {

    private final KeyRing ring;

    private TestKeys(KeyRing ring) {
        this.ring = ring;
    }

    /** Seals for a school by keys drawn now. */
    public static PersonalData personal() {
        return new PersonalData(
                new TestKeys(
                        new KeyRing(
                                UUID.randomUUID(),
                                Map.of(1, Sealed.key(Sealed.draw())),
                                1,
                                Sealed.key(Sealed.draw()))));
    }

    @Override
    KeyRing ring() {
        return ring;
    }

    @Override
    KeyRing reread() {
        return ring;
    }
}
