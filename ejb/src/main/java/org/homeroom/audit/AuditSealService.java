package org.homeroom.audit;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Seals the audit of the bound school. For the timer; no page or resource leads here. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AuditSealService {

    private static final int SEALS_AT_ONCE = 2000;

    @Inject AuditRepository entries;

    /** Seals what is finished, up to a limit; returns how many entries. */
    public int sealNext() {
        return entries.sealNext(SEALS_AT_ONCE);
    }
}
