package org.homeroom.kernel;

/** Addresses that a request names to be led to: only those that stay on this host. */
public final class OwnPath {

    private OwnPath() {}

    /** Returns the path when it stays on this host, else the start page. */
    public static String of(String wanted) {
        // Browsers read a backslash as a slash and leave control characters out.
        boolean ours =
                wanted != null
                        && wanted.startsWith("/")
                        && !wanted.startsWith("//")
                        && wanted.chars().noneMatch(sign -> sign == '\\' || sign < ' ');
        return ours ? wanted : "/";
    }
}
