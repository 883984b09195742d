package org.homeroom.roster;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.homeroom.kernel.Refusal;

/** The export for people with a browser; programs ask the REST interface. */
@WebServlet("/roster/oneroster.zip")
public class OneRosterDownload extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject RosterExportService exports;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            byte[] zip = exports.zip();
            response.setContentType("application/zip");
            response.setHeader("Content-Disposition", "attachment; filename=\"oneroster.zip\"");
            response.setContentLength(zip.length);
            response.getOutputStream().write(zip);
        } catch (Refusal refusal) {
            response.sendError(refusal.code().status(), refusal.sentence());
        } catch (EJBAccessException e) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
