package org.homeroom.roster;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeroom.identity.DisclosureService;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.tenancy.SchoolRef;
import org.homeroom.tenancy.SchoolService;
import org.homeroom.tenancy.TenantContext;

/** Gives back what rosters made of a school, or at the district of all schools. */
@Stateless
@RolesAllowed({Roles.SCHOOL_ADMIN, Roles.DISTRICT_ADMIN, Roles.PLATFORM_ADMIN})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RosterExportService {

    @Inject RosterStepService steps;
    @Inject SchoolService schools;
    @Inject DisclosureService disclosures;

    /**
     * Returns a OneRoster 1.2 zip.
     *
     * @throws Refusal CONFLICT while no roster was applied
     */
    public byte[] zip() {
        UUID bound = TenantContext.require();
        boolean all = schools.byId(bound).filter(SchoolRef::isDistrict).isPresent();
        List<SourceSchool> named =
                steps.schools().stream()
                        .filter(school -> school.sourcedId() != null)
                        .filter(school -> all || school.id().equals(bound))
                        .toList();
        if (named.isEmpty()) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "No roster was applied yet, so there is nothing to give back. Upload one first.");
        }
        OneRosterWriter writer = new OneRosterWriter();
        Map<String, SourcePerson> written = new HashMap<>();
        named.forEach(
                school ->
                        TenantContext.runAs(
                                school.id(),
                                () -> {
                                    disclosures.exported("roster");
                                    writer.add(school, steps.known(), written);
                                }));
        return writer.zip();
    }
}
