package org.homeroom.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.kernel.Denied;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Origin;
import org.homeroom.kernel.Refusal;
import org.homeroom.tenancy.TenantContext;

/**
 * Writes into the audit what a person was refused: who by the number of the account, the way as the
 * table of permissions names it, the roles and the request's number. No name, no address, nothing
 * of what was asked for or sent. Strangers are asked to sign in and are not written down.
 */
@ApplicationScoped
public class Denials {

    private static final System.Logger LOG = System.getLogger(Denials.class.getName());
    private static final String WAY = Denials.class.getName() + ".way";
    private static final String ELSEWHERE = "elsewhere";

    @Inject AuditService audit;

    /** Says which resource a request of the REST interface came to. */
    static void goes(HttpServletRequest request, String way) {
        request.setAttribute(WAY, way);
    }

    /** Says why the request goes no further. */
    static void because(HttpServletRequest request, Refusal refusal) {
        Denied.mark(request, refusal.code());
    }

    /** Writes the refusal down if the request was refused to a person. */
    void note(HttpServletRequest request, HttpServletResponse response, Visit visit) {
        Caller caller = visit.turnedAway() == null ? visit.caller() : visit.turnedAway();
        UUID place = visit.place().schoolId();
        ErrorCode code = Denied.of(request, response);
        if (caller == null || place == null || code == null) {
            return;
        }
        UUID school = TenantContext.current();
        Origin origin = Origin.current();
        TenantContext.bind(place);
        Origin.bind(new Origin(caller.accountId(), origin.requestId(), null));
        try {
            audit.record(
                    "access.denied",
                    "route",
                    way(request),
                    null,
                    Map.of("code", code.wire(), "roles", new TreeSet<>(caller.roles())));
        } catch (RuntimeException e) {
            // The refusal stands, whatever became of the entry.
            LOG.log(System.Logger.Level.ERROR, origin.requestId() + " refused, not written", e);
        } finally {
            Origin.bind(origin);
            TenantContext.bind(school);
        }
    }

    // An address of nothing we know is not kept: it may say anything.
    private static String way(HttpServletRequest request) {
        if (request.getAttribute(WAY) instanceof String known) {
            return known;
        }
        String way =
                DoorRules.isApi(request)
                        ? request.getMethod() + " " + DoorRules.belowApi(request)
                        : DoorRules.way(request);
        return Permission.matching(way).orElse(ELSEWHERE);
    }
}
