package org.homeroom.tenancy;

/**
 * What a school says of itself; null for what it does not say.
 *
 * @param motto at most 120 letters
 * @param vision at most 500 signs, in lines
 * @param mission likewise
 * @param founded the year since when there is the school, from 1800 on
 */
public record BrandWords(String motto, String vision, String mission, Integer founded) {

    /** Nothing said. */
    public static final BrandWords NONE = new BrandWords(null, null, null, null);

    /** Tells whether there is more to read than a motto and a year. */
    public boolean hasMore() {
        return vision != null || mission != null;
    }
}
