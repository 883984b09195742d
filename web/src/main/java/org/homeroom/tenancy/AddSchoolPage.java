package org.homeroom.tenancy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.homeroom.kernel.FieldForm;

/** The form for a new school. */
@Named
@RequestScoped
public class AddSchoolPage {

    @Inject SchoolAdministrationService schools;
    @Inject SchoolService directory;
    @Inject HttpServletRequest request;

    private final SchoolForm form = new SchoolForm();
    private boolean filled;

    /** Returns what stands in the fields; the district's own zone to begin with. */
    public SchoolForm getForm() {
        if (!filled) {
            filled = true;
            directory.district().ifPresent(district -> form.setZone(district.zone().getId()));
        }
        return form;
    }

    /** Returns what stands behind the label in the new school's address. */
    public String getBehind() {
        return "." + HostName.of(request).host();
    }

    /** Opens the school and shows it. */
    public void open() {
        SchoolDetail[] made = new SchoolDetail[1];
        FieldForm.submit(
                "school",
                () -> made[0] = schools.open(form.plan()),
                () -> "/tenancy/school?id=" + made[0].ref().id());
    }
}
