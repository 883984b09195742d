package org.homeroom.tenancy;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The address a browser used, for links to the same installation under another school's label.
 *
 * @param scheme http or https
 * @param host the host with its port when the browser named one
 */
public record HostName(String scheme, String host) {

    /** Reads it from a request. */
    public static HostName of(HttpServletRequest request) {
        String named = request.getHeader("Host");
        return new HostName(request.getScheme(), named == null ? request.getServerName() : named);
    }

    /** Returns the address that was used, without a path. */
    public String address() {
        return scheme + "://" + host;
    }

    /** Returns the address of the school with the label, without a path. */
    public String withLabel(String label) {
        return scheme + "://" + label + "." + host;
    }

    /** Returns the address of the school with the label, from that of a school with its own. */
    public String withLabelFor(String own, String label) {
        String prefix = own + ".";
        String rest = host.startsWith(prefix) ? host.substring(prefix.length()) : host;
        return scheme + "://" + label + "." + rest;
    }

    /** Returns the address of the platform when this host begins with the label. */
    public String withoutLabel(String label) {
        String prefix = label + ".";
        return scheme + "://" + (host.startsWith(prefix) ? host.substring(prefix.length()) : host);
    }
}
