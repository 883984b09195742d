package org.homeroom.banking;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Ids;
import org.homeroom.kernel.Refusal;
import org.homeroom.roster.RosterService;

/** The loans and certificates that the bank of a class offers (domain/economy.md 11.2). */
@Stateless
public class BankProductService {

    private static final int LONGEST_TITLE = 100;

    @Inject RosterService roster;
    @Inject BankProductRepository products;
    @Inject AuditService audit;

    /** Lists what is offered in a class that the caller may see. */
    @RolesAllowed({Roles.STUDENT, Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
    public List<BankProduct> offered(UUID classId) {
        return products.ofClass(roster.classFor(classId).id()).stream()
                .filter(BankProduct::active)
                .toList();
    }

    /** Lists what is and was offered in a class that the caller runs. */
    @RolesAllowed({Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
    public List<BankProduct> all(UUID classId) {
        return products.ofClass(roster.ownedClass(classId).id());
    }

    /** Returns one of a class that the caller runs. */
    @RolesAllowed({Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
    public BankProduct find(UUID id) {
        BankProduct found = products.byId(id).orElseThrow(Refusal::notFound);
        roster.ownedClass(found.classId());
        return found;
    }

    /**
     * Offers one.
     *
     * @param wanted its id, version and whether it is offered do not matter
     */
    @RolesAllowed({Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
    public BankProduct add(BankProduct wanted) {
        UUID classId = roster.ownedClass(wanted.classId()).id();
        BankProduct added = checked(wanted, wanted.kind(), Ids.next(), classId, true);
        products.add(added);
        audit.record("banking.product.added", "bank_product", added.id(), null, said(added));
        return products.byId(added.id()).orElseThrow();
    }

    /**
     * Changes one but for its kind; what students took before stays as it was agreed.
     *
     * @param changed carries the version that the caller saw
     * @throws Refusal precondition failed, when somebody changed it since
     */
    @RolesAllowed({Roles.TEACHER, Roles.SCHOOL_ADMIN, Roles.OPERATOR})
    public BankProduct change(BankProduct changed) {
        BankProduct before = find(changed.id());
        BankProduct checked =
                checked(changed, before.kind(), before.id(), before.classId(), changed.active());
        if (!products.change(checked)) {
            throw new Refusal(
                    ErrorCode.PRECONDITION_FAILED,
                    "Someone changed this while you were editing. Look at the new values and change again.");
        }
        audit.record(
                "banking.product.changed",
                "bank_product",
                before.id(),
                said(before),
                said(checked));
        return products.byId(before.id()).orElseThrow();
    }

    private static BankProduct checked(
            BankProduct one, String kind, UUID id, UUID classId, boolean active) {
        boolean loan = BankProduct.LOAN.equals(kind);
        if (!loan && !BankProduct.CERTIFICATE.equals(kind)) {
            throw MoneyRules.wrong("kind", "Choose loan or certificate.");
        }
        if (one.title() == null
                || one.title().isBlank()
                || one.title().strip().length() > LONGEST_TITLE) {
            throw MoneyRules.wrong("title", "Give it a name of 1 to 100 letters.");
        }
        if (loan) {
            within(
                    "rate_percent",
                    one.rateMicros(),
                    80_000,
                    500_000,
                    "A loan's rate goes from 8 to 50 percent a year.");
            within("weeks", one.weeks(), 1, 52, "A loan is paid back in 1 to 52 weeks.");
        } else {
            within(
                    "rate_percent",
                    one.rateMicros(),
                    10_000,
                    30_000,
                    "A certificate pays 1 to 3 percent above inflation.");
            within("weeks", one.weeks(), 1, 104, "A certificate is locked for 1 to 104 weeks.");
        }
        if (one.penaltyMicros() != null) {
            if (loan) {
                throw MoneyRules.wrong("penalty_percent", "Only a certificate has a penalty.");
            }
            within(
                    "penalty_percent",
                    one.penaltyMicros(),
                    0,
                    200_000,
                    "The penalty goes from 0 to 20 percent; leave it empty where nobody may end early.");
        }
        return new BankProduct(
                id,
                classId,
                kind,
                one.title().strip(),
                one.rateMicros(),
                one.weeks(),
                MoneyRules.positive("most", one.most()),
                one.penaltyMicros(),
                active,
                one.version());
    }

    private static void within(String field, long value, long least, long most, String message) {
        if (value < least || value > most) {
            throw MoneyRules.wrong(field, message);
        }
    }

    private static Map<String, Object> said(BankProduct product) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("kind", product.kind());
        said.put("title", product.title());
        said.put("rate_micros", product.rateMicros());
        said.put("weeks", product.weeks());
        said.put("most", product.most());
        said.put("penalty_micros", product.penaltyMicros());
        said.put("active", product.active());
        return said;
    }
}
