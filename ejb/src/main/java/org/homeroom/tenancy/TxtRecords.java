package org.homeroom.tenancy;

import java.util.List;

/** What DNS says at a name. */
public interface TxtRecords {

    /**
     * Returns the TXT records of a name; none when there is no such name.
     *
     * @throws org.homeroom.kernel.Refusal with EXTERNAL_SERVICE_ERROR when no server answers
     */
    List<String> at(String name);
}
