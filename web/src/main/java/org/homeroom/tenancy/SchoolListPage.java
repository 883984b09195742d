package org.homeroom.tenancy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;

/** The district's schools, those that need a look first. */
@Named
@RequestScoped
public class SchoolListPage {

    @Inject SchoolAdministrationService schools;
    @Inject CertificateWords words;
    @Inject HttpServletRequest request;

    private List<SchoolDetail> rows;

    /** Returns the schools: closed ones and those with a bad certificate first, then by name. */
    public List<SchoolDetail> getRows() {
        if (rows == null) {
            rows = schools.list().stream().sorted(Comparator.comparing(this::isWell)).toList();
        }
        return rows;
    }

    private boolean isWell(SchoolDetail one) {
        return one.ref().isActive()
                && (one.certificate() == null || !words.warns(one.certificate()));
    }

    /** Returns how many of them people may enter. */
    public long getOpen() {
        return getRows().stream().filter(one -> one.ref().isActive()).count();
    }

    /** Returns the address of the school's own door. */
    public String address(SchoolRef school) {
        return HostName.of(request).withLabel(school.subdomain());
    }
}
