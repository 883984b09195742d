package org.homeroom.tenancy;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Texts;

/** How one's own school looks. */
@Named
@RequestScoped
public class BrandPage {

    private static final Texts TEXTS = Texts.of("tenancy");
    private static final String HERE = "/tenancy/brand";

    @Inject BrandService brands;

    private BrandView shown;
    private String primary;
    private String band;
    private String motto;
    private String vision;
    private String mission;
    private String founded;
    private long version;

    /** Reads the look; what a form sends replaces it. */
    @PostConstruct
    void load() {
        shown = brands.view();
        primary = shown.brand().primary();
        band = shown.brand().band();
        BrandWords words = shown.brand().words();
        motto = words.motto();
        vision = words.vision();
        mission = words.mission();
        founded = words.founded() == null ? null : words.founded().toString();
        version = shown.brand().version();
    }

    /** Stores colours and words. */
    public void save() {
        act("look", () -> brands.change(entered(), version), "brand.saved");
    }

    private BrandPlan entered() {
        return new BrandPlan(primary, band, new BrandWords(motto, vision, mission, year()));
    }

    // What is no number is no year either, and refused as one.
    private Integer year() {
        String typed = founded == null ? "" : founded.strip();
        if (typed.isEmpty()) {
            return null;
        }
        return typed.matches("[0-9]{1,4}") ? Integer.valueOf(typed) : Integer.valueOf(0);
    }

    /** Takes the picture that was chosen. */
    public void upload() {
        act("upload", () -> brands.changeLogo(chosen()), "brand.logo.saved");
    }

    /** Takes the logo off. */
    public void drop() {
        act("drop", brands::dropLogo, "brand.logo.dropped");
    }

    private static byte[] chosen() {
        Part file = FieldForm.file("upload");
        if (file == null) {
            return new byte[0];
        }
        try (InputStream content = file.getInputStream()) {
            return content.readNBytes(BrandService.LARGEST_LOGO + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void act(String form, Runnable work, String text) {
        FieldForm.submit(
                form,
                () -> {
                    work.run();
                    FieldForm.say(TEXTS.get(text));
                },
                () -> HERE);
    }

    public BrandView getShown() {
        return shown;
    }

    public String getPrimary() {
        return primary;
    }

    public void setPrimary(String primary) {
        this.primary = primary;
    }

    public String getBand() {
        return band;
    }

    public void setBand(String band) {
        this.band = band;
    }

    public String getMotto() {
        return motto;
    }

    public void setMotto(String motto) {
        this.motto = motto;
    }

    public String getVision() {
        return vision;
    }

    public void setVision(String vision) {
        this.vision = vision;
    }

    public String getMission() {
        return mission;
    }

    public void setMission(String mission) {
        this.mission = mission;
    }

    public String getFounded() {
        return founded;
    }

    public void setFounded(String founded) {
        this.founded = founded;
    }

    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }
}
