package org.homeroom.tenancy.tls;

import java.net.InetAddress;

/**
 * Which addresses are of the Internet, and not of a network of somebody's own or of the machine
 * itself (IANA's registries of special-purpose addresses, RFC 6890).
 */
final class PublicAddress {

    private static final int BYTE = 0xFF;
    private static final int IPV4_BYTES = 4;

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return bytes.length == IPV4_BYTES
                ? isPublic4(bytes[0] & BYTE, bytes[1] & BYTE, bytes[2] & BYTE)
                : isPublic6(bytes);
    }

    private static boolean isPublic4(int first, int second, int third) {
        return first != 0
                // Of carriers, of the protocols themselves, of measurements, and of the future.
                && !(first == 100 && second >= 64 && second < 128)
                && !(first == 192 && second == 0 && (third == 0 || third == 2))
                && !(first == 198 && (second == 18 || second == 19 || second == 51))
                && !(first == 203 && second == 0 && third == 113)
                && first < 240;
    }

    // Given out so far is 2000::/3; 2001::/23, 2001:db8::/32 and 2002::/16 of it lead elsewhere.
    private static boolean isPublic6(byte[] bytes) {
        int first = (bytes[0] & BYTE) << 8 | bytes[1] & BYTE;
        int second = (bytes[2] & BYTE) << 8 | bytes[3] & BYTE;
        return first >> 13 == 1
                && first != 0x2002
                && !(first == 0x2001 && (second < 0x200 || second == 0xDB8));
    }
}
