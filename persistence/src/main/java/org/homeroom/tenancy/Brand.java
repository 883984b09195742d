package org.homeroom.tenancy;

/**
 * How a school looks to its people; what it did not choose is null.
 *
 * @param primary of links and buttons, such as {@code #1e40af}
 * @param band of the band along the top of its pages
 * @param words what it says of itself, never null
 * @param logoType the media type of its logo
 * @param version grows with every change, 0 before the first
 */
public record Brand(String primary, String band, BrandWords words, String logoType, long version) {

    /** The look of a school that chose nothing. */
    public static final Brand PLAIN = new Brand(null, null, BrandWords.NONE, null, 0);

    /** Tells whether there is a logo. */
    public boolean hasLogo() {
        return logoType != null;
    }

    /** Tells whether a colour was chosen. */
    public boolean isColored() {
        return primary != null || band != null;
    }
}
