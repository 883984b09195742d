package org.homeroom.tryout;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.homeroom.tenancy.TenantContext;
import org.homeroom.tenancy.TryOut;
import org.homeroom.tenancy.TryOutSchoolService;

/** Takes try-outs away. No page or resource leads here but the student's own sign-out. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TryOutEndService {

    @Inject TryOutSchoolService tryOuts;

    /** Takes it away at once. */
    public void now(TryOut one) {
        TenantContext.runAs(one.school().id(), tryOuts::erase);
    }

    /** Takes the try-out away that the school is; nothing happens to any other school. */
    public void ofSchool(UUID schoolId) {
        tryOuts.byId(schoolId).ifPresent(this::now);
    }
}
