package org.homeroom.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Texts;
import org.homeroom.tenancy.HostName;
import org.homeroom.tenancy.SchoolRef;
import org.homeroom.tenancy.SchoolService;
import org.homeroom.tenancy.TenantContext;

/** A person's other schools: to go over to, to add and to take off. */
@Named
@RequestScoped
public class MembershipsPage {

    private static final Texts TEXTS = Texts.of("identity");
    private static final String HERE = "/identity/schools";

    @Inject MembershipService memberships;
    @Inject SchoolService schools;
    @Inject HttpServletRequest request;

    private List<OtherSchool> others;
    private String subdomain;
    private String username;
    private String password;
    private String totp;

    /** Leads over when the address names a school: a form may not lead away from its host. */
    public void go() {
        UUID school = FieldForm.id(request.getParameter("to"));
        if (school != null) {
            FieldForm.succeeds("schools", () -> FieldForm.redirect(doorOf(school)));
        }
    }

    private String doorOf(UUID school) {
        HandOver made = memberships.handOver(school);
        return HostName.of(request).withLabel(made.school().subdomain())
                + "/identity/arrive?code="
                + made.code();
    }

    /** Returns the caller's other schools. */
    public List<OtherSchool> getOthers() {
        if (others == null) {
            others = memberships.list();
        }
        return others;
    }

    /** Returns the schools that may be added. */
    public List<SchoolRef> getChoices() {
        UUID here = TenantContext.require();
        List<UUID> known = getOthers().stream().map(one -> one.school().id()).toList();
        return schools.active().stream()
                .filter(school -> !school.id().equals(here) && !known.contains(school.id()))
                .toList();
    }

    /** Adds a school. */
    public void join() {
        FieldForm.submit(
                "join",
                () -> {
                    String code = totp == null || totp.isBlank() ? null : totp;
                    memberships.join(new JoinSchool(subdomain, username, password, code));
                    FieldForm.say(TEXTS.get("schools.added"));
                },
                () -> HERE);
    }

    /** Ends the membership of the school that the form names. */
    public void leave() {
        FieldForm.submit(
                "schools",
                () -> {
                    memberships.leave(FieldForm.sent("school"));
                    FieldForm.say(TEXTS.get("schools.ended"));
                },
                () -> HERE);
    }

    public String getSubdomain() {
        return subdomain;
    }

    public void setSubdomain(String subdomain) {
        this.subdomain = subdomain;
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getTotp() {
        return totp;
    }

    public void setTotp(String totp) {
        this.totp = totp;
    }
}
