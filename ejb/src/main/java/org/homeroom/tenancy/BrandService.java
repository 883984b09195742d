package org.homeroom.tenancy;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.homeroom.audit.AuditService;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;

/**
 * How the bound school looks to its people (tenancy.md section 6). Everybody sees it, strangers at
 * its door too; its administrators change it.
 */
@Stateless
@RolesAllowed({"school_admin", "platform_admin", "district_admin"})
public class BrandService {

    /** The largest picture, in bytes. */
    public static final int LARGEST_LOGO = LogoRules.LARGEST;

    private static final String SUBJECT = "school";

    @Inject BrandRepository brands;
    @Inject SchoolRepository schools;
    @Inject SchoolClock clock;
    @Inject AuditService audit;
    @Inject Event<BrandChanged> changed;

    /** Returns the look. */
    @PermitAll
    public Brand current() {
        return brands.find();
    }

    /** Returns the logo; empty when there is none. */
    @PermitAll
    public Optional<Logo> logo() {
        return brands.logo();
    }

    /** Returns the look with what is shown of it. */
    public BrandView view() {
        return BrandView.of(brands.find());
    }

    /**
     * Changes colours and words.
     *
     * @param version the version that the change was made to
     * @throws Refusal naming {@code primary}, {@code band}, {@code motto}, {@code vision}, {@code
     *     mission} or {@code founded}, or when there is a newer version
     */
    public BrandView change(BrandPlan plan, long version) {
        Brand before = brands.find();
        String primary = color("primary", plan.primary());
        String band = color("band", plan.band());
        SchoolRef school = schools.byId(TenantContext.require()).orElseThrow();
        BrandWords words = BrandWordRules.require(plan.words(), clock.today(school.zone()));
        if (!brands.change(primary, band, words, version)) {
            throw new Refusal(
                    ErrorCode.PRECONDITION_FAILED,
                    "Someone changed this while you were editing. Fetch it again and repeat your change.");
        }
        return told("tenancy.brand.changed", before);
    }

    /**
     * Takes a picture as the logo.
     *
     * @throws Refusal naming {@code file}
     */
    public BrandView changeLogo(byte[] content) {
        Logo logo = LogoRules.require(content);
        Brand before = brands.find();
        brands.changeLogo(logo);
        return told("tenancy.brand.logo_changed", before);
    }

    /** Takes the logo off. */
    public BrandView dropLogo() {
        Brand before = brands.find();
        brands.changeLogo(null);
        return told("tenancy.brand.logo_removed", before);
    }

    private BrandView told(String action, Brand before) {
        Brand after = brands.find();
        audit.record(action, SUBJECT, TenantContext.require(), state(before), state(after));
        changed.fire(new BrandChanged(TenantContext.require()));
        return BrandView.of(after);
    }

    private static String color(String field, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return Color.of(text)
                .map(Color::hex)
                .orElseThrow(
                        () ->
                                new Refusal(
                                        ErrorCode.VALIDATION_ERROR,
                                        field,
                                        "Write the color as # and six of the signs 0 to 9 and a to f, such as #1e40af."));
    }

    private static Map<String, Object> state(Brand brand) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("primary", brand.primary());
        state.put("band", brand.band());
        state.put("motto", brand.words().motto());
        state.put("vision", brand.words().vision());
        state.put("mission", brand.words().mission());
        state.put("founded", brand.words().founded());
        state.put("logo", brand.logoType());
        return state;
    }
}
