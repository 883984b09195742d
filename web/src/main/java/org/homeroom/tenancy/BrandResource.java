package org.homeroom.tenancy;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.homeroom.kernel.EntityVersion;
import org.homeroom.kernel.Operation;
import org.homeroom.kernel.Sentences;

/** How one's own school looks. */
@Path("/school/brand")
public class BrandResource {

    private static final String BY = "administrators of the school and the district";

    @Inject BrandService brands;

    /** A look. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BrandJson(
            @Nullable String primary,
            @Nullable String band,
            @Nullable String motto,
            @Nullable String vision,
            @Nullable String mission,
            @Nullable Integer founded,
            @Nullable String logoType,
            @Nullable String shownOnLight,
            @Nullable String shownOnDark,
            @Nullable String warning) {

        static BrandJson of(BrandView view) {
            Brand brand = view.brand();
            return new BrandJson(
                    brand.primary(),
                    brand.band(),
                    brand.words().motto(),
                    brand.words().vision(),
                    brand.words().mission(),
                    brand.words().founded(),
                    brand.logoType(),
                    view.light() == null ? null : view.light().hex(),
                    view.dark() == null ? null : view.dark().hex(),
                    Sentences.say(view.warning()));
        }
    }

    /** Colours and words; what is left out is plain, or not said. */
    public record Change(
            @Nullable String primary,
            @Nullable String band,
            @Nullable String motto,
            @Nullable String vision,
            @Nullable String mission,
            @Nullable Integer founded) {

        BrandPlan plan() {
            return new BrandPlan(primary, band, new BrandWords(motto, vision, mission, founded));
        }
    }

    /** Returns the look with its version. */
    @Operation(
            does = "Returns how the school looks, and in which shades its color is shown.",
            by = BY,
            versioned = true,
            answers = BrandResource.BrandJson.class)
    @GET
    public Response find() {
        return answer(brands.view());
    }

    /** Changes colours and words. */
    @Operation(
            does =
                    "Changes colors, motto, vision, mission and year; a color with too little contrast is shown in the nearest"
                            + " shade that has enough, and warned of.",
            by = BY,
            versioned = true,
            answers = BrandResource.BrandJson.class)
    @PUT
    public Response change(@HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, Change change) {
        long version = brands.view().brand().version();
        EntityVersion.require(ifMatch, version);
        return answer(brands.change(change.plan(), version));
    }

    /** Takes a picture as the logo. */
    @Operation(
            does = "Takes a PNG, JPEG or SVG of at most 1 MB as the logo, whatever type is named.",
            by = BY,
            versioned = true,
            answers = BrandResource.BrandJson.class)
    @PUT
    @Path("/logo")
    @Consumes({MediaType.APPLICATION_OCTET_STREAM, "image/png", "image/jpeg", "image/svg+xml"})
    public Response changeLogo(InputStream body) throws IOException {
        return answer(brands.changeLogo(body.readNBytes(BrandService.LARGEST_LOGO + 1)));
    }

    /** Takes the logo off. */
    @Operation(
            does = "Takes the logo off.",
            by = BY,
            versioned = true,
            answers = BrandResource.BrandJson.class)
    @DELETE
    @Path("/logo")
    public Response dropLogo() {
        return answer(brands.dropLogo());
    }

    private static Response answer(BrandView view) {
        return EntityVersion.ok(BrandJson.of(view), view.brand().version());
    }
}
