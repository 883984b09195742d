package org.homeroom.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.homeroom.tenancy.HostName;
import org.homeroom.tenancy.SchoolRef;
import org.homeroom.tenancy.SchoolService;

/** The list of schools on the platform's host. */
@Named
@RequestScoped
public class SchoolsPage {

    @Inject SchoolService schools;

    private List<SchoolRef> active;

    /** Returns the schools that people may enter, in order of name. */
    public List<SchoolRef> getSchools() {
        if (active == null) {
            active = schools.active();
        }
        return active;
    }

    /** Returns the address of the school's own door. */
    public String address(SchoolRef school) {
        HttpServletRequest request =
                (HttpServletRequest)
                        FacesContext.getCurrentInstance().getExternalContext().getRequest();
        return HostName.of(request).withLabel(school.subdomain()) + "/";
    }
}
