package org.homeroom.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.homeroom.kernel.OwnPath;
import org.homeroom.kernel.Refusal;

/** What the error pages say. */
@Named
@RequestScoped
public class ErrorPage {

    private static final Logger LOG = Logger.getLogger(ErrorPage.class.getName());
    private static final int RADIX = 36;
    private static final int SPACE = RADIX * RADIX * RADIX * RADIX * RADIX;

    private String reference;

    /** Returns the sentence of the refusal that led here, or null when there is none. */
    public String getRefusal() {
        return (String) request().get(Refusal.class.getName());
    }

    /**
     * Returns a number to quote, which stands in the log beside the fault; asked several times the
     * same.
     */
    public String getReference() {
        if (reference == null) {
            String code = Integer.toString(ThreadLocalRandom.current().nextInt(SPACE), RADIX);
            String padded = "0".repeat(5 - code.length()) + code.toUpperCase(Locale.ROOT);
            reference = "H-" + padded.substring(0, 3) + "-" + padded.substring(3);
            Throwable fault = (Throwable) request().get(RequestDispatcher.ERROR_EXCEPTION);
            LOG.log(
                    Level.SEVERE,
                    fault,
                    () -> reference + " " + request().get(RequestDispatcher.ERROR_REQUEST_URI));
        }
        return reference;
    }

    /** Returns the path of the expired page when it is one of ours, else the start page. */
    public String getBack() {
        String back =
                FacesContext.getCurrentInstance()
                        .getExternalContext()
                        .getRequestParameterMap()
                        .get("back");
        return OwnPath.of(back);
    }

    private static Map<String, Object> request() {
        return FacesContext.getCurrentInstance().getExternalContext().getRequestMap();
    }
}
