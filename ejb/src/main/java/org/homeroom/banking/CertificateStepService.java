package org.homeroom.banking;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Money;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.roster.ClassRef;

/**
 * The steps of a certificate that {@link CertificateService} has decided on; no page leads here.
 */
@Stateless
@PermitAll
public class CertificateStepService {

    private static final String KIND = "certificate";

    @Inject CertificateRepository certificates;
    @Inject BankProductRepository products;
    @Inject SchoolClock clock;
    @Inject AuditService audit;

    /** Returns a certificate that the class offers and that takes the amount. */
    public BankProduct product(ClassRef found, UUID productId, long amount) {
        if (productId == null) {
            throw MoneyRules.wrong("product_id", "Choose a certificate.");
        }
        BankProduct product = products.byId(productId).orElseThrow(Refusal::notFound);
        if (!product.classId().equals(found.id()) || product.isLoan() || !product.active()) {
            throw Refusal.notFound();
        }
        MoneyRules.positive("amount", amount);
        if (amount > product.most()) {
            throw MoneyRules.wrong(
                    "amount",
                    "The most of this certificate is " + text(product.most(), found) + ".");
        }
        return product;
    }

    /** Returns one; not found when there is none in this school. */
    public Certificate find(UUID id) {
        return certificates.byId(id).orElseThrow(Refusal::notFound);
    }

    /** Lists a class's certificates. */
    public List<Certificate> ofClass(UUID classId) {
        return certificates.ofClass(classId);
    }

    /** Lists a student's certificates. */
    public List<Certificate> ofStudent(UUID classId, UUID student) {
        return certificates.ofStudent(classId, student);
    }

    /** Locks savings. */
    public Certificate lock(
            UUID id, ClassRef found, UUID student, BankProduct product, long amount) {
        LockedSavings locked =
                certificates.open(
                        id, student, product, amount, clock.today(found.zone()), clock.now());
        if (locked.outcome().equals("short")) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "amount",
                    "Savings have "
                            + text(locked.holds(), found)
                            + ". Choose an amount up to that.");
        }
        if (locked.outcome().equals("posted")) {
            audit.record(
                    "banking.certificate.locked",
                    KIND,
                    id,
                    null,
                    Map.of("product", product.id(), "amount", amount));
        }
        return find(id);
    }

    /** Ends one. */
    public Certificate end(Certificate one, LocalDate today) {
        if (!certificates.end(one, today, clock.now())) {
            throw new Refusal(ErrorCode.CONFLICT, "This certificate is not locked any more.");
        }
        audit.record(
                "banking.certificate.ended",
                KIND,
                one.id(),
                null,
                Map.of("paid", one.endedOn(today)));
        return find(one.id());
    }

    private static String text(long minor, ClassRef found) {
        return new Money(minor, found.currency()).toDecimal();
    }
}
