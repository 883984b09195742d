package org.homeroom.kernel;

import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
            show(refusal, form);
            return false;
        }
    }

    /**
     * Shows a refusal at the field of the form that it blames, else at the top; one that asks for a
     * proof leads to where it is given.
     */
    public static void show(Refusal refusal, String form) {
        if (refusal.code() == ErrorCode.PROOF_REQUIRED) {
            askForProof();
            return;
        }
        FacesContext faces = FacesContext.getCurrentInstance();
        String client = refusal.field() == null ? null : form + ":" + refusal.field();
        boolean beside = client != null && faces.getViewRoot().findComponent(client) != null;
        faces.addMessage(
                beside ? client : null,
                new FacesMessage(FacesMessage.SEVERITY_ERROR, refusal.sentence(), null));
        faces.validationFailed();
    }

    // Afterwards the person is back here, finds what they typed and sends it again.
    private static void askForProof() {
        FacesContext faces = FacesContext.getCurrentInstance();
        HttpServletRequest request = (HttpServletRequest) faces.getExternalContext().getRequest();
        String next = OwnPath.ofForm(request) + OwnPath.AGAIN;
        redirect("/identity/prove?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
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

    /**
     * Returns the id that the form's own hidden field names. A button in a list must ask for it:
     * the list is read anew before its action, and another row may stand at the button's place.
     *
     * @throws Refusal not found, when the form names none
     */
    public static UUID sent(String field) {
        UUID sent = id(parameter(field));
        if (sent == null) {
            throw Refusal.notFound();
        }
        return sent;
    }

    /**
     * As {@link #sent}, for what has a number.
     *
     * @throws Refusal not found, when the form names none
     */
    public static long sentNumber(String field) {
        return number(parameter(field));
    }

    /**
     * Returns the number that a hidden field holds.
     *
     * @throws Refusal not found, when it holds none
     */
    public static long number(String text) {
        if (text == null || !text.matches("[0-9]{1,18}")) {
            throw Refusal.notFound();
        }
        return Long.parseLong(text);
    }

    private static String parameter(String name) {
        return FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get(name);
    }

    /**
     * Returns the file chosen in the field {@code file} of a form, null for none. Faces itself
     * takes an empty file for none, and its reader could not say what is wrong with it.
     */
    public static Part file(String form) {
        FacesContext faces = FacesContext.getCurrentInstance();
        HttpServletRequest request = (HttpServletRequest) faces.getExternalContext().getRequest();
        try {
            Part part = request.getPart(form + ":file");
            String name = part == null ? null : part.getSubmittedFileName();
            return name == null || name.isBlank() ? null : part;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new FacesException(e);
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
