package org.homeroom.kernel;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;

/** Versions of changeable resources as ETag and If-Match (api.md, conventions). */
public final class EntityVersion {

    private EntityVersion() {}

    /** Answers with the resource and its version as ETag. */
    public static Response ok(Object resource, long version) {
        return Response.ok(resource).tag(new EntityTag(Long.toString(version))).build();
    }

    /**
     * Refuses a change that was made to an older version.
     *
     * @param ifMatch the header, null when the client sent none and accepts any version
     * @throws Refusal with {@link ErrorCode#PRECONDITION_FAILED}
     */
    public static void require(String ifMatch, long current) {
        if (ifMatch != null && !ifMatch.equals("*") && !matches(ifMatch, current)) {
            throw new Refusal(
                    ErrorCode.PRECONDITION_FAILED,
                    "Someone changed this while you were editing. Fetch it again and repeat your change.");
        }
    }

    private static boolean matches(String ifMatch, long current) {
        String tag = "\"" + current + "\"";
        for (String candidate : ifMatch.split(",")) {
            if (candidate.strip().equals(tag)) {
                return true;
            }
        }
        return false;
    }
}
