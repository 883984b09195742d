package org.homeroom.tenancy;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The address a browser used, for links to the same installation under another school's label.
 *
 * @param scheme http or https
 * @param host the host with its port when the browser named one
 */
public record HostName(String scheme, String host) {

    private static final String BASE = System.getProperty("homeroom.base-domain", "localhost");

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
        return scheme + "://" + label + "." + platformHost();
    }

    /** Returns the address of the platform, also from a school's own domain. */
    public String platform() {
        return scheme + "://" + platformHost();
    }

    private String platformHost() {
        int port = host.lastIndexOf(':');
        return BASE + (port < 0 ? "" : host.substring(port));
    }
}
