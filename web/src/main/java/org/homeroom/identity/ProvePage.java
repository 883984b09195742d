package org.homeroom.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.OwnPath;

/** Asks somebody who is in to prove once more who they are, and leads back. */
@Named
@RequestScoped
public class ProvePage {

    @Inject FreshProofService proofs;
    @Inject HttpServletRequest request;

    private String proof;

    /** Takes the proof and leads back to where the act waits. */
    public void prove() {
        FieldForm.submit("prove", () -> proofs.prove(proof), this::getNext);
    }

    /** Returns where to go afterwards, a page of ours. */
    public String getNext() {
        return OwnPath.of(request.getParameter("next"));
    }

    /** Tells whether the person has a PIN, not a password. */
    public boolean isStudent() {
        return CallerContext.require().has(Roles.STUDENT);
    }

    public String getProof() {
        return proof;
    }

    public void setProof(String proof) {
        this.proof = proof;
    }
}
