package org.homeroom.identity;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Where tries come from: an IPv4 address, or the 64 bits that one house shares in IPv6. */
final class Network {

    private static final int SHARED_BYTES = 8;

    private Network() {}

    /**
     * Returns a name for the network of a client.
     *
     * @param ip as the server saw it, null for work that no client asked for
     */
    static String of(String ip) {
        if (ip == null || ip.indexOf(':') < 0) {
            return "network " + ip;
        }
        try {
            // A literal address; nothing is asked of any name server.
            byte[] address = InetAddress.getByName(ip).getAddress();
            return "network "
                    + new BigInteger(1, Arrays.copyOf(address, SHARED_BYTES)).toString(16);
        } catch (UnknownHostException e) {
            return "network " + ip;
        }
    }
}
