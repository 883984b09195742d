package org.homeroom.operations;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.identity.FactorKeys;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Ids;
import org.homeroom.kernel.Origin;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;

/**
 * The parts of a report that need a transaction of their own, in the district for the report itself
 * and in a school for its tables. For the job; no page or resource leads here.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class IsolationStepService {

    private static final String PURPOSE = "isolation report";
    private static final String SUBJECT = "isolation_report";
    // One that is older was left behind by a server that fell.
    private static final Duration LONGEST = Duration.ofMinutes(30);

    @Inject IsolationRepository reports;
    @Inject FactorKeys keys;
    @Inject AuditService audit;
    @Inject SchoolClock clock;

    /**
     * Begins a report in the bound district.
     *
     * @throws Refusal when one is at work: two would walk over each other's canaries
     */
    public UUID begin() {
        Instant now = clock.now();
        reports.giveUp(now.minus(LONGEST), now);
        UUID id = Ids.next();
        if (!reports.add(id, Origin.current().actorId(), now)) {
            throw new Refusal(
                    ErrorCode.CONFLICT, "A report is at work already. Wait until it has ended.");
        }
        audit.record("operations.isolation.begun", SUBJECT, id, null, null);
        return id;
    }

    /** Ends a report of the bound district with what was found, signed. */
    public void finish(UUID id, String state, String content) {
        reports.finish(id, state, clock.now(), content, keys.sign(PURPOSE, content));
        audit.record("operations.isolation.ended", SUBJECT, id, null, Map.of("state", state));
    }

    /** Ends a report of the bound district that could not be made. */
    public void fail(UUID id) {
        reports.finish(id, "failed", clock.now(), null, null);
        audit.record("operations.isolation.ended", SUBJECT, id, null, Map.of("state", "failed"));
    }

    /** Tells whether the report's signature is this installation's and over this content. */
    public boolean isSound(IsolationReport report) {
        return report.content() != null
                && keys.isSigned(PURPOSE, report.content(), report.signature());
    }

    /** Finds a report of the bound district. */
    public Optional<IsolationReport> find(UUID id) {
        return reports.find(id);
    }

    /** Lists the newest reports of the bound district first. */
    public List<IsolationReport> newest(int limit) {
        return reports.newest(limit);
    }

    /** Lists the tables and views that the server's role can touch. */
    public List<CatalogueTable> tables() {
        return reports.tables();
    }

    /** Tries as the bound school to reach another's rows; returns in words what it reached. */
    public List<String> probe(String table, UUID other) {
        return reports.probe(table, other);
    }

    /** Tells whether the bound school has a row in the table. */
    public boolean isPlanted(String table) {
        return reports.isPlanted(table);
    }
}
