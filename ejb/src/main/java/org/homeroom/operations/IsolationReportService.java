package org.homeroom.operations;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.tenancy.SchoolService;
import org.homeroom.tenancy.TenantContext;

/**
 * Reports on whether schools are apart, at the district's own address. Two schools that nobody sees
 * are given canaries, and each thing of one is tried as the other: tables, routes, pages, exports,
 * the socket, jobs.
 */
@Stateless
@RolesAllowed({Roles.OPERATOR, Roles.DISTRICT_ADMIN, Roles.PLATFORM_ADMIN})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class IsolationReportService {

    /** The job that makes a report; parameter {@code report}, one that was begun. */
    public static final String JOB = "isolation-report";

    private static final int SHOWN = 20;

    @Inject IsolationStepService steps;
    @Inject JobRuntime runtime;
    @Inject SchoolService schools;

    /**
     * Begins a report; it goes on by itself.
     *
     * @throws Refusal when one is at work
     */
    public IsolationReport begin() {
        requireDistrict();
        UUID id = steps.begin();
        Properties parameters = new Properties();
        parameters.setProperty("report", id.toString());
        runtime.start(JOB, parameters);
        return find(id);
    }

    /**
     * Returns a report.
     *
     * @throws Refusal when there is none with that id
     */
    public IsolationReport find(UUID id) {
        requireDistrict();
        return steps.find(id).orElseThrow(Refusal::notFound);
    }

    /** Lists the newest reports first. */
    public List<IsolationReport> newest() {
        requireDistrict();
        return steps.newest(SHOWN);
    }

    /** Tells whether the report's signature is this installation's and over this content. */
    public boolean isSound(IsolationReport report) {
        return steps.isSound(report);
    }

    private void requireDistrict() {
        UUID here = TenantContext.require();
        if (schools.district().filter(district -> district.id().equals(here)).isEmpty()) {
            throw new Refusal(
                    ErrorCode.AUTHORIZATION_ERROR,
                    "Reports are made at the district's own address. Sign in there.");
        }
    }
}
