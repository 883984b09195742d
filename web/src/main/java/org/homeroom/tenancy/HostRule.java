package org.homeroom.tenancy;

import java.net.IDN;
import java.util.Locale;

/**
 * Reads a school's label from a host name (tenancy.md section 2). The base domain itself is the
 * platform's site; one label before it names a school; another name may be a school's own domain;
 * everything else is nobody's.
 */
public final class HostRule {

    private final String base;

    /** Reads hosts under the base domain, such as {@code localhost}. */
    public HostRule(String base) {
        this.base = base.toLowerCase(Locale.ROOT);
    }

    /** Tells whether the host is the platform's own site. */
    public boolean isPlatform(String host) {
        return base.equals(plain(host));
    }

    /** Returns the school's label, or null when the host can be no school's. */
    public String label(String host) {
        String name = plain(host);
        if (name == null || !name.endsWith("." + base)) {
            return null;
        }
        String label = name.substring(0, name.length() - base.length() - 1);
        return Subdomain.isPossible(label) ? label : null;
    }

    /** Returns the name to look for among schools' own domains, or null when it can be none. */
    public String domain(String host) {
        String name = plain(host);
        boolean ours = name == null || name.equals(base) || name.endsWith("." + base);
        return ours || name.indexOf('.') < 0 ? null : name;
    }

    // Lower case, no trailing dot, ASCII; null when it is no host name at all.
    private static String plain(String host) {
        if (host == null || host.isEmpty()) {
            return null;
        }
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        try {
            return IDN.toASCII(name).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
