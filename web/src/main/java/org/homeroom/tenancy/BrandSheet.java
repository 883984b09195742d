package org.homeroom.tenancy;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The colours of the host's school as a style sheet, behind homeroom.css, whose variables it sets.
 * Addresses carry the version of the look, so that browsers may keep the answer.
 */
@WebServlet("/tenancy/brand.css")
public class BrandSheet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject Brands brands;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType("text/css;charset=UTF-8");
        response.setHeader("Cache-Control", BrandLogo.KEPT);
        response.getWriter().write(sheet(brands.current()));
    }

    /** Returns the rules. They out-rank homeroom.css wherever the sheet is loaded. */
    static String sheet(Brand brand) {
        StringBuilder rules = new StringBuilder();
        Color.of(brand.band())
                .ifPresent(band -> rules.append(":root:root{--hr-band:" + band.hex() + "}\n"));
        Color.of(brand.primary())
                .ifPresent(
                        primary ->
                                rules.append(rule(":root:root", BrandShades.onLight(primary)))
                                        .append(
                                                rule(
                                                        ":root:root[data-theme=\"dark\"]",
                                                        BrandShades.onDark(primary))));
        return rules.toString();
    }

    private static String rule(String selector, BrandShades shades) {
        return "%s{--hr-accent:%s;--hr-accent-strong:%s;--hr-accent-tint:%s;--hr-on-accent:%s}\n"
                .formatted(
                        selector,
                        shades.accent().hex(),
                        shades.strong().hex(),
                        shades.tint().hex(),
                        shades.on().hex());
    }
}
