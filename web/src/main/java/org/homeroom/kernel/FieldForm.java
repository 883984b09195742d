package org.homeroom.kernel;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Sends a form of a page: a refusal is shown beside the field it blames, whose id is the field's
 * name; success leads on by a redirect.
 */
public final class FieldForm {

    private FieldForm() {}

    /** Does the work, then redirects; stays on the page with the refusal when there is one. */
    public static void submit(String form, Runnable work, Supplier<String> next) {
        if (succeeds(form, work)) {
            redirect(next.get());
        }
    }

    /** Does the work; false after a refusal, which the page then shows. */
    public static boolean succeeds(String form, Runnable work) {
        try {
            work.run();
            return true;
        } catch (Refusal refusal) {
            FacesContext faces = FacesContext.getCurrentInstance();
            String client = refusal.field() == null ? null : form + ":" + refusal.field();
            boolean beside = client != null && faces.getViewRoot().findComponent(client) != null;
            faces.addMessage(
                    beside ? client : null,
                    new FacesMessage(FacesMessage.SEVERITY_ERROR, refusal.sentence(), null));
            faces.validationFailed();
            return false;
        }
    }

    /** Returns the id that an address names, null for none; a broken one is nobody's. */
    public static UUID id(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }

    /** Leads the browser on. */
    public static void redirect(String path) {
        FacesContext faces = FacesContext.getCurrentInstance();
        try {
            faces.getExternalContext().redirect(path);
            faces.responseComplete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says something on the page that the browser is led to. */
    public static void say(String text) {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().getFlash().setKeepMessages(true);
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, text, null));
    }
}
