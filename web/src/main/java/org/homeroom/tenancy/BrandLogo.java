package org.homeroom.tenancy;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** The logo of the host's school. Opened by itself it may still run and fetch nothing. */
@WebServlet("/tenancy/logo")
public class BrandLogo extends HttpServlet {

    /** For answers whose address carries the version of the look. */
    static final String KEPT = "private, max-age=86400";

    private static final long serialVersionUID = 1L;

    @Inject BrandService brands;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<Logo> logo = TenantContext.current() == null ? Optional.empty() : brands.logo();
        if (logo.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(logo.get().type());
        response.setContentLength(logo.get().content().length);
        response.setHeader("Cache-Control", KEPT);
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; sandbox");
        response.getOutputStream().write(logo.get().content());
    }
}
