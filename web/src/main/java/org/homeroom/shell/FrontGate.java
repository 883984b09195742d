package org.homeroom.shell;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.homeroom.identity.Caller;
import org.homeroom.identity.CallerContext;
import org.homeroom.tenancy.SchoolRef;
import org.homeroom.tenancy.SchoolService;
import org.homeroom.tenancy.TenantContext;

/**
 * The bare address. It leads people to their first page, strangers on a school's host to its
 * sign-in and strangers on the platform's host to the list of schools.
 */
@WebServlet("")
public class FrontGate extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject SchoolService schools;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Caller caller = CallerContext.current();
        if (caller != null) {
            response.sendRedirect(Navigation.home(caller.roles(), place().orElse(null)));
        } else if (atSchool()) {
            response.sendRedirect("/identity/sign-in");
        } else {
            response.sendRedirect("/tenancy/schools");
        }
    }

    private boolean atSchool() {
        return place().filter(school -> !school.isDistrict()).isPresent();
    }

    private Optional<SchoolRef> place() {
        return Optional.ofNullable(TenantContext.current()).flatMap(schools::byId);
    }
}
