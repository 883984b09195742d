package org.homeroom.privacy;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import org.homeroom.audit.AuditService;
import org.homeroom.kernel.JobProgress.Progress;

/**
 * The steps of a rotation in the bound school, each a transaction of its own. For the job alone; no
 * page or resource leads here.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RotationStepService {

    private static final int AT_ONCE = 500;

    @Inject PersonalRotation rotation;
    @Inject AuditService audit;

    /** Adds the key that seals from now on; returns its number. */
    public int begin() {
        int number = rotation.begin();
        audit.record("privacy.key.rotated", "data_key", number, Map.of("number", number - 1), null);
        return number;
    }

    /** Counts what is not under that key yet. */
    public long left(int number) {
        return rotation.left(number);
    }

    /** Tells how much is under the newest key. */
    public Progress progress() {
        int number = rotation.newest();
        long all = rotation.all();
        return new Progress("key " + number, "", all - rotation.left(number), all);
    }

    /** Works on some of it; returns how many, 0 when all is done. */
    public int next(int number) {
        return rotation.next(number, AT_ONCE);
    }

    /** Retires the keys before. */
    public void end(int number, long values) {
        rotation.end(number);
        audit.record("privacy.key.retired", "data_key", number - 1, null, Map.of("values", values));
    }
}
