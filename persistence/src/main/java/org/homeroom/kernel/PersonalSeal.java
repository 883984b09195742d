package org.homeroom.kernel;

/**
 * Seals what tells of a person before it is stored, and opens it again, by the keys of the school
 * at hand. A sealed value opens only in the place that it was sealed for.
 */
public interface PersonalSeal {

    /**
     * Returns the value sealed for that place.
     *
     * @param row the row's key without the school; parts are joined by {@code /}
     * @param text null stays null
     */
    String seal(PersonalColumn column, Object row, String text);

    /**
     * Returns what was sealed for that place. What was stored before there was sealing is returned
     * as it is.
     *
     * @throws IllegalStateException when it was changed, or sealed for another place or school
     */
    String open(PersonalColumn column, Object row, String stored);
}
