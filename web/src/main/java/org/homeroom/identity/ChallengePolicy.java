package org.homeroom.identity;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import java.util.Set;
import org.primefaces.context.PrimeFacesContext;

/**
 * Lets the challenge's service draw its frame on the pages that have one. Comes after PrimeFaces'
 * own listener, whose policy knows our own host alone.
 */
public class ChallengePolicy implements PhaseListener {

    private static final long serialVersionUID = 1L;
    private static final String HEADER = "Content-Security-Policy";
    private static final Set<String> PAGES =
            Set.of("/identity/sign-in.xhtml", "/roster/kiosk.xhtml");

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RENDER_RESPONSE;
    }

    @Override
    public void beforePhase(PhaseEvent event) {
        FacesContext faces = event.getFacesContext();
        if (faces.getViewRoot() != null && PAGES.contains(faces.getViewRoot().getViewId())) {
            CDI.current()
                    .select(HumanCheck.class)
                    .get()
                    .challenge()
                    .ifPresent(challenge -> open(faces, challenge.origin()));
        }
    }

    private static void open(FacesContext faces, String origin) {
        String ours = faces.getExternalContext().getInitParameter("primefaces.CSP_POLICY");
        String nonce = PrimeFacesContext.getCspState(faces).getNonce();
        faces.getExternalContext()
                .setResponseHeader(
                        HEADER,
                        "frame-src %1$s; connect-src 'self' %1$s; %2$s %1$s 'nonce-%3$s'"
                                .formatted(origin, ours, nonce));
    }
}
