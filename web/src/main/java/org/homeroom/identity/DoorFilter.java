package org.homeroom.identity;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Language;
import org.homeroom.kernel.Origin;
import org.homeroom.kernel.Refusal;
import org.homeroom.tenancy.ModuleRule;
import org.homeroom.tenancy.SchoolRef;
import org.homeroom.tenancy.TenantContext;

/**
 * The first filter of every request: gives it a number, turns away what knocks at the wrong door,
 * and binds school, person, origin and language to the thread for as long as the request lasts.
 */
public class DoorFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String REQUEST_ID = "org.homeroom.request-id";

    @Inject Visits visits;
    @Inject DoorAnswers answers;
    @Inject Denials denials;

    /** Health probes ask by address and are nobody in particular. */
    static boolean isForMachines(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/health/");
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isForMachines(request)) {
            chain.doFilter(request, response);
            return;
        }
        String requestId = requestId(request);
        DoorHeaders.write(request, response, requestId);
        Visit visit = visits.of(request);
        Caller caller = visit.caller();
        boolean known = visit.refusal() == null || isNotice(request, visit);
        UUID school = known ? visit.place().schoolId() : null;
        Origin origin =
                new Origin(
                        caller == null ? null : caller.accountId(),
                        requestId,
                        request.getRemoteAddr());
        // An error page is shown inside the request that failed or after it: restore, never just
        // clear.
        UUID schoolBefore = TenantContext.current();
        Caller callerBefore = CallerContext.current();
        Origin originBefore = Origin.current();
        Language languageBefore = Language.current();
        UUID signInBefore = CallerContext.signIn();
        TenantContext.bind(school);
        CallerContext.bind(caller);
        CallerContext.bindSignIn(visit.signIn());
        Origin.bind(origin);
        Language.bind(LanguageChoice.of(request, visit));
        try {
            LanguageChoice.keep(request, response, visit);
            DoorSide.keep(request, response, visit);
            admit(request, response, chain, visit);
            if (request.getDispatcherType() == DispatcherType.REQUEST) {
                denials.note(request, response, visit);
            }
        } finally {
            Language.bind(languageBefore);
            Origin.bind(originBefore == Origin.SYSTEM ? null : originBefore);
            CallerContext.bind(callerBefore);
            CallerContext.bindSignIn(signInBefore);
            TenantContext.bind(schoolBefore);
        }
    }

    private void admit(
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            Visit visit)
            throws IOException, ServletException {
        boolean first = request.getDispatcherType() == DispatcherType.REQUEST;
        if (first && isNotice(request, visit)) {
            response.setStatus(visit.refusal().code().status());
            chain.doFilter(request, response);
        } else if (first && visit.refusal() != null && !DoorRules.isResource(request)) {
            answers.refuse(request, response, visit.refusal());
        } else if (first && isOff(request, visit)) {
            answers.refuse(request, response, DoorRefusals.moduleOff());
        } else if (first && DoorRules.isForeignWrite(request)) {
            answers.refuse(request, response, DoorRefusals.foreignPage());
        } else if (first && visit.person() == null && isClosed(request)) {
            answers.sendToSignIn(request, response, visit.ended());
        } else if (first && visit.person() != null && DoorRules.isPage(request)) {
            admitPerson(request, response, chain, visit);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void admitPerson(
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            Visit visit)
            throws IOException, ServletException {
        String way = DoorRules.way(request);
        if (Permission.of(way).isEmpty()) {
            answers.refuse(request, response, Refusal.notFound());
        } else if (DoorRules.mayGo(way, visit)) {
            chain.doFilter(request, response);
        } else {
            answers.refuse(request, response, DoorRefusals.notForYou());
        }
    }

    // Sockets tell strangers themselves, because their pages see no status.
    private static boolean isClosed(HttpServletRequest request) {
        String way = DoorRules.way(request);
        return DoorRules.isPage(request) && !way.startsWith("SOCKET ") && !Permission.isOpen(way);
    }

    // The sign-in page of a closed school says so itself.
    private static boolean isNotice(HttpServletRequest request, Visit visit) {
        return visit.refusal() != null
                && visit.refusal().code() == ErrorCode.TENANT_SUSPENDED
                && DoorRules.isSignIn(request)
                && DoorRules.isRead(request.getMethod());
    }

    private static boolean isOff(HttpServletRequest request, Visit visit) {
        SchoolRef school = visit.place().school();
        return school != null && !ModuleRule.admits(school, request.getRequestURI());
    }

    private static String requestId(HttpServletRequest request) {
        String known = (String) request.getAttribute(REQUEST_ID);
        if (known == null) {
            known = "req_" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
            request.setAttribute(REQUEST_ID, known);
        }
        return known;
    }
}
