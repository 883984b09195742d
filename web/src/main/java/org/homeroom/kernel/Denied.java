package org.homeroom.kernel;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Whether a request was refused for want of rights, and with which code. */
public final class Denied {

    private static final String KEY = Denied.class.getName();

    private Denied() {}

    /** Remembers a refusal whose answer may not show it, such as a sentence on a page. */
    public static void mark(HttpServletRequest request, ErrorCode code) {
        if (code.status() == HttpServletResponse.SC_FORBIDDEN) {
            request.setAttribute(KEY, code);
        }
    }

    /** Returns the code, or null when the request was not refused for want of rights. */
    public static ErrorCode of(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(KEY) instanceof ErrorCode known) {
            return known;
        }
        return response.getStatus() == HttpServletResponse.SC_FORBIDDEN
                ? ErrorCode.AUTHORIZATION_ERROR
                : null;
    }
}
