package org.homeroom.payroll;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/** What the pages of pay share: reading addresses, showing refusals, leading on. */
final class PayForm {

    private static final int WEEK = 7;

    private PayForm() {}

    /** Returns the id that an address names, null for none; a broken one is nobody's. */
    static UUID id(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }

    /** Reads a whole number. */
    static int whole(String field, String text) {
        try {
            return Integer.parseInt(text == null ? "" : text.strip());
        } catch (NumberFormatException e) {
            throw new Refusal(ErrorCode.VALIDATION_ERROR, field, "Write a whole number.");
        }
    }

    /**
     * Reads every how many days something is paid. What is too long is refused by its rule, and not
     * by the size of a number.
     *
     * @param unit days or weeks
     */
    static int days(String every, String unit) {
        long days = (long) whole("frequency_days", every) * ("weeks".equals(unit) ? WEEK : 1);
        return (int) Math.max(-1, Math.min(days, Integer.MAX_VALUE));
    }

    /** Keeps a refusal for the page that the browser is led to. */
    static void carry(Refusal refusal) {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().getFlash().setKeepMessages(true);
        faces.addMessage(
                null, new FacesMessage(FacesMessage.SEVERITY_WARN, refusal.sentence(), null));
    }

    /** Leads the browser on. */
    static void redirect(String path) {
        FacesContext faces = FacesContext.getCurrentInstance();
        try {
            faces.getExternalContext().redirect(path);
            faces.responseComplete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the address of a run's page. */
    static String address(PayRun run) {
        return "/payroll/run?id=" + run.id() + "&class=" + run.classId();
    }
}
