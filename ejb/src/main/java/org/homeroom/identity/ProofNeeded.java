package org.homeroom.identity;

import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;

/** The caller may do it, once they have proved again that it is them. */
public class ProofNeeded extends Refusal {

    private static final long serialVersionUID = 1L;

    public ProofNeeded() {
        super(
                ErrorCode.PROOF_REQUIRED,
                "You signed in a while ago. Prove once more that it is you, then repeat this.");
    }
}
