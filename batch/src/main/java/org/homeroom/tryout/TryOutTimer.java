package org.homeroom.tryout;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.homeroom.tenancy.SchoolRef;
import org.homeroom.tenancy.SchoolRound;
import org.homeroom.tenancy.TryOut;
import org.homeroom.tenancy.TryOutSchoolService;

/** Each minute takes the try-outs away whose ten minutes are over. */
@Singleton
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TryOutTimer {

    @Inject TryOutSchoolService tryOuts;

    /** Takes them away; one that cannot go yet is tried again a minute later. */
    @Schedule(hour = "*", minute = "*", info = "try-out-end")
    public void end() {
        List<SchoolRef> over = tryOuts.over().stream().map(TryOut::school).toList();
        SchoolRound.go(over, "end of a try-out", school -> tryOuts.erase());
    }
}
