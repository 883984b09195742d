package org.homeroom.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class NetworkTest {

    @Test
    void anIpv4AddressIsOne() {
        assertNotEquals(Network.of("192.0.2.1"), Network.of("192.0.2.2"));
    }

    @Test
    void theAddressesOfAHouseInIpv6AreOne() {
        assertEquals(Network.of("2001:db8:1:2::1"), Network.of("2001:db8:1:2:ffff::9"));
        assertNotEquals(Network.of("2001:db8:1:2::1"), Network.of("2001:db8:1:3::1"));
    }
}
