package org.homeroom.operations;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.homeroom.kernel.HealthContributor.Check;

/** /health/live and /health/ready, without sign-in and on any host name (api.md, Health). */
@WebServlet(urlPatterns = {"/health/live", "/health/ready"})
public class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject private transient Readiness readiness;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean live = request.getServletPath().endsWith("/live");
        List<Check> checks = live ? List.of() : readiness.checks();
        boolean up = checks.stream().allMatch(Check::up);
        response.setStatus(
                up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        JSON.writeValue(
                response.getOutputStream(),
                new Answer(word(up), checks.stream().map(HealthServlet::line).toList()));
    }

    private static Line line(Check check) {
        return new Line(check.name(), word(check.up()), check.data());
    }

    private static String word(boolean up) {
        return up ? "UP" : "DOWN";
    }

    private record Answer(String status, List<Line> checks) {}

    private record Line(String name, String status, Map<String, Object> data) {}
}
