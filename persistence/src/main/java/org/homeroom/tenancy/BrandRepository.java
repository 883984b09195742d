package org.homeroom.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The look of the bound school. */
@ApplicationScoped
public class BrandRepository {

    @Inject TenantSql sql;

    /** Returns the look, plain when nothing was chosen. */
    public Brand find() {
        return sql
                .list(
                        """
                        select primary_color, band_color, motto, vision, mission, founded,
                               logo_type, version
                          from tenancy_brand where school_id = current_school()
                        """,
                        row ->
                                new Brand(
                                        row.getString("primary_color"),
                                        row.getString("band_color"),
                                        words(row),
                                        row.getString("logo_type"),
                                        row.getLong("version")))
                .stream()
                .findFirst()
                .orElse(Brand.PLAIN);
    }

    /** Returns the logo; empty when there is none. */
    public Optional<Logo> logo() {
        return sql
                .list(
                        """
                        select logo_type, logo from tenancy_brand
                         where school_id = current_school() and logo is not null
                        """,
                        row -> new Logo(row.getString("logo_type"), row.getBytes("logo")))
                .stream()
                .findFirst();
    }

    /**
     * Stores colours and words.
     *
     * @param version the version that the change was made to
     * @return false when there is a newer one
     */
    public boolean change(String primary, String band, BrandWords words, long version) {
        begin();
        return sql.update(
                        """
                        update tenancy_brand set primary_color = ?::text, band_color = ?::text,
                               motto = ?::text, vision = ?::text, mission = ?::text,
                               founded = ?::integer, version = version + 1
                         where school_id = current_school() and version = ?
                        """,
                        primary,
                        band,
                        words.motto(),
                        words.vision(),
                        words.mission(),
                        words.founded(),
                        version)
                > 0;
    }

    /** Stores a logo in place of an earlier one; null takes it off. */
    public void changeLogo(Logo logo) {
        begin();
        sql.update(
                """
                update tenancy_brand set logo = ?::bytea, logo_type = ?::text, version = version + 1
                 where school_id = current_school()
                """,
                logo == null ? null : logo.content(),
                logo == null ? null : logo.type());
    }

    private static BrandWords words(ResultSet row) throws SQLException {
        return new BrandWords(
                row.getString("motto"),
                row.getString("vision"),
                row.getString("mission"),
                row.getObject("founded", Integer.class));
    }

    private void begin() {
        sql.update(
                """
                insert into tenancy_brand (school_id, version) values (current_school(), 0)
                on conflict (school_id) do nothing
                """);
    }
}
