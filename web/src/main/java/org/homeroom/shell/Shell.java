package org.homeroom.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeroom.identity.Caller;
import org.homeroom.identity.CallerContext;
import org.homeroom.identity.DoorCookie;
import org.homeroom.identity.Permission;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.Language;
import org.homeroom.kernel.Show;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;
import org.homeroom.tenancy.Brand;
import org.homeroom.tenancy.Brands;
import org.homeroom.tenancy.CertificateCheckService;
import org.homeroom.tenancy.CertificateWords;
import org.homeroom.tenancy.DomainCertificate;
import org.homeroom.tenancy.HostName;
import org.homeroom.tenancy.Place;
import org.homeroom.tenancy.Places;
import org.homeroom.tenancy.SchoolRef;
import org.homeroom.tenancy.SchoolService;
import org.homeroom.tenancy.TenantContext;
import org.homeroom.tenancy.TryOut;
import org.homeroom.tenancy.TryOutSchoolService;

/** The frame of the page being shown: person, school and where they may go. */
@Named
@RequestScoped
public class Shell {

    /** Pages that nothing is left of without their student, who is in no other class. */
    private static final Set<String> OF_A_STUDENT = Set.of("/roster/family");

    @Inject Places places;
    @Inject Brands brands;
    @Inject RosterService roster;
    @Inject Show show;
    @Inject SchoolService schools;
    @Inject TryOutSchoolService tryOuts;
    @Inject CertificateCheckService certificates;
    @Inject CertificateWords words;

    private SchoolRef school;
    private boolean schoolRead;
    private DomainCertificate certificate;
    private boolean certificateRead;
    private List<ClassRef> classes;
    private List<NavGroup> nav;

    /** Returns the school of this host, or null at the front gate. */
    public SchoolRef getSchool() {
        if (!schoolRead) {
            schoolRead = true;
            school =
                    TenantContext.current() == null
                            ? null
                            : places.of(TenantContext.current()).map(Place::school).orElse(null);
        }
        return school;
    }

    /** Returns the name of the school or district, else of the product. */
    public String getPlaceName() {
        return getSchool() == null ? "Homeroom" : getSchool().name();
    }

    /** Returns how this school looks; a closed one is plain, because nobody may fetch its logo. */
    public Brand getBrand() {
        return getSchool() == null || !getSchool().isActive() ? Brand.PLAIN : brands.current();
    }

    /** Returns the zone in which this school's times are shown. */
    public ZoneId getZone() {
        return getSchool() == null ? ZoneOffset.UTC : getSchool().zone();
    }

    /** Returns the language of the texts shown. */
    public Language getLanguage() {
        return Language.current();
    }

    /** Returns the languages that a stranger may change to; none once somebody is signed in. */
    public List<Language> getLanguages() {
        boolean asksForPage =
                request().getMethod().equals("GET")
                        && request().getDispatcherType() == DispatcherType.REQUEST;
        return isStaying() || !asksForPage ? List.of() : List.of(Language.values());
    }

    // A class's device is signed in to nothing and speaks the language of who stands before it.
    private static boolean isStaying() {
        return CallerContext.current() != null && CallerContext.signIn() != null;
    }

    /**
     * Returns the certificate of this school's own domain when one of its administrators is here
     * and must look after it, else null.
     */
    public DomainCertificate getCertificate() {
        if (!certificateRead) {
            certificateRead = true;
            Caller caller = CallerContext.current();
            boolean asked =
                    caller != null
                            && getSchool() != null
                            && Permission.OWN_SCHOOL.isGivenTo(caller.roles());
            certificate = asked ? certificates.known().filter(words::warns).orElse(null) : null;
        }
        return certificate;
    }

    /** Returns the try-out that this school is, or null when it is a school. */
    public TryOut getTryOut() {
        SchoolRef here = getSchool();
        return here == null || !here.kind().equals("try_out")
                ? null
                : tryOuts.byId(here.id()).orElse(null);
    }

    /**
     * Returns where the person stands after signing out: a device goes back to its class, a teacher
     * from a try-out to the school.
     */
    public String getDoor() {
        if (getTryOut() != null) {
            return schools.byId(getTryOut().ofSchool())
                    .map(school -> HostName.of(request()).withLabel(school.subdomain()) + "/")
                    .orElse("/");
        }
        return DoorCookie.DEVICE.of(request()).isPresent() ? "/" : "/identity/sign-in";
    }

    /** Returns the address of the page being shown, in the language. */
    public String addressIn(Language language) {
        String query = request().getQueryString();
        String others =
                query == null
                        ? ""
                        : Stream.of(query.split("&"))
                                .filter(part -> !part.startsWith("language="))
                                .map(part -> part + "&")
                                .collect(Collectors.joining());
        return path() + "?" + others + "language=" + language.code();
    }

    /** Tells whether somebody is signed in. */
    public boolean isSignedIn() {
        return CallerContext.current() != null;
    }

    /** Returns the person's name, empty before sign-in. */
    public String getPersonName() {
        Caller caller = CallerContext.current();
        return caller == null ? "" : caller.displayName();
    }

    public String getInitials() {
        return show.initials(getPersonName());
    }

    /** Returns the key of the person's leading role in the frame's texts. */
    public String getRoleKey() {
        return "role." + Navigation.leadingRole(roles());
    }

    /** Returns the navigation for the class in the address, none before sign-in. */
    public List<NavGroup> getNav() {
        if (nav == null) {
            String chosen = parameter();
            nav =
                    Navigation.of(roles(), getSchool()).stream()
                            .map(group -> group.of(chosen))
                            .toList();
        }
        return nav;
    }

    /** Tells whether the person may open a page. */
    public boolean opens(String page) {
        return Permission.opens("PAGE " + page, roles());
    }

    /** Returns the classes of a teacher or student, by period; none for others. */
    public List<ClassRef> getClasses() {
        if (classes == null) {
            Set<String> roles = roles();
            boolean inClasses =
                    roles.contains(Roles.TEACHER)
                            || roles.contains(Roles.SCHOOL_ADMIN)
                            || roles.contains(Roles.STUDENT)
                            || roles.contains(Roles.DEMONSTRATION_STUDENT);
            classes = inClasses ? roster.myClasses() : List.of();
        }
        return classes;
    }

    /** Returns the class that the address names, else the person's first, else null. */
    public ClassRef getCurrentClass() {
        String chosen = parameter();
        return getClasses().stream()
                .filter(one -> Objects.equals(one.id().toString(), chosen))
                .findFirst()
                .orElseGet(() -> getClasses().isEmpty() ? null : getClasses().get(0));
    }

    /**
     * Returns the address of the page being shown, for another class; of a page about one thing of
     * this class, such as a pay run or a student's family, the address of the page that lists such
     * things, else of the person's first page.
     */
    public String addressFor(ClassRef other) {
        String path = path();
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        String shown =
                request().getParameter("id") == null && !OF_A_STUDENT.contains(path)
                        ? path
                        : getNav().stream()
                                .flatMap(group -> group.items().stream())
                                .map(item -> item.href().replaceFirst("\\?.*", ""))
                                .filter(href -> href.startsWith(folder))
                                .findFirst()
                                .orElseGet(() -> getHome().replaceFirst("\\?.*", ""));
        return shown + "?class=" + other.id();
    }

    /** Returns the entries that a phone's bottom bar has no room for. */
    public List<NavItem> getMore() {
        return getNav().stream()
                .flatMap(group -> group.items().stream())
                .filter(item -> !item.tab())
                .toList();
    }

    /** Returns the page that this person sees first. */
    public String getHome() {
        return isSignedIn() ? Navigation.home(roles(), getSchool()) : "/identity/sign-in";
    }

    /**
     * Returns the address of the school chooser: the same port on the host without the school's
     * label.
     */
    public String getChooserUrl() {
        HttpServletRequest request = request();
        boolean atSchool = getSchool() != null && getSchool().subdomain() != null;
        return atSchool ? HostName.of(request).platform() + "/tenancy/schools" : "/tenancy/schools";
    }

    private static String path() {
        return request().getServletPath().replaceFirst("\\.xhtml$", "");
    }

    private static String parameter() {
        return request().getParameter("class");
    }

    private static Set<String> roles() {
        Caller caller = CallerContext.current();
        return caller == null ? Set.of() : caller.roles();
    }

    private static HttpServletRequest request() {
        return (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
    }
}
