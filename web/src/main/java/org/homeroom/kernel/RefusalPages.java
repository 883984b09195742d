package org.homeroom.kernel;

import jakarta.ejb.EJBAccessException;
import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.ExceptionQueuedEventContext;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.primefaces.csp.CspException;

/**
 * Answers what a page may throw. A refused action stays on its page with the sentence at the top; a
 * refused page is sent as 403 or 404; an expired page leads to a sentence and the way back;
 * everything else stays an error of ours.
 */
public class RefusalPages extends ExceptionHandlerWrapper {

    private static final Refusal NOT_FOR_YOU =
            new Refusal(
                    ErrorCode.AUTHORIZATION_ERROR,
                    "Your role does not allow this. Ask someone whose role does.");

    /** Installs the handler, see faces-config.xml. */
    public static class Factory extends ExceptionHandlerFactory {

        public Factory(ExceptionHandlerFactory wrapped) {
            super(wrapped);
        }

        @Override
        public ExceptionHandler getExceptionHandler() {
            return new RefusalPages(getWrapped().getExceptionHandler());
        }
    }

    RefusalPages(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        FacesContext faces = FacesContext.getCurrentInstance();
        for (Iterator<ExceptionQueuedEvent> events = getUnhandledExceptionQueuedEvents().iterator();
                events.hasNext(); ) {
            ExceptionQueuedEventContext event =
                    (ExceptionQueuedEventContext) events.next().getSource();
            try {
                if (answers(faces, event)) {
                    events.remove();
                }
            } catch (IOException e) {
                throw new FacesException(e);
            }
        }
        super.handle();
    }

    private static boolean answers(FacesContext faces, ExceptionQueuedEventContext event)
            throws IOException {
        for (Throwable cause = event.getException(); cause != null; cause = cause.getCause()) {
            // A form with another page's nonce is as old as one whose page is forgotten.
            if (cause instanceof ViewExpiredException || cause instanceof CspException) {
                return expired(faces);
            }
            if (cause instanceof Refusal refusal) {
                return refused(faces, refusal, event.getPhaseId());
            }
            if (cause instanceof EJBAccessException) {
                return refused(faces, NOT_FOR_YOU, event.getPhaseId());
            }
        }
        return false;
    }

    private static boolean refused(FacesContext faces, Refusal refusal, PhaseId phase)
            throws IOException {
        Denied.mark((HttpServletRequest) faces.getExternalContext().getRequest(), refusal.code());
        boolean onItsPage = faces.isPostback() && phase == PhaseId.INVOKE_APPLICATION;
        if (onItsPage) {
            faces.addMessage(
                    null, new FacesMessage(FacesMessage.SEVERITY_ERROR, refusal.sentence(), null));
            faces.renderResponse();
            return true;
        }
        if (faces.getExternalContext().isResponseCommitted()) {
            return false;
        }
        if (refusal.code() == ErrorCode.AUTHENTICATION_ERROR) {
            faces.getExternalContext().redirect("/identity/sign-in");
        } else if (faces.getPartialViewContext().isAjaxRequest()) {
            // A script shows no error page by itself.
            boolean absent = refusal.code() == ErrorCode.NOT_FOUND;
            faces.getExternalContext().redirect(absent ? "/errors/missing" : "/errors/forbidden");
        } else {
            faces.getExternalContext()
                    .getRequestMap()
                    .put(Refusal.class.getName(), refusal.sentence());
            // The error page brings its own policy; two of them would forbid each other's scripts.
            faces.getExternalContext().setResponseHeader("Content-Security-Policy", null);
            faces.getExternalContext()
                    .responseSendError(refusal.code().status(), refusal.sentence());
        }
        faces.responseComplete();
        return true;
    }

    private static boolean expired(FacesContext faces) throws IOException {
        ExternalContext external = faces.getExternalContext();
        if (external.isResponseCommitted()) {
            return true;
        }
        String back = OwnPath.ofForm((HttpServletRequest) external.getRequest()) + OwnPath.AGAIN;
        external.redirect(
                "/errors/expired?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
        faces.responseComplete();
        return true;
    }
}
