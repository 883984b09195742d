package org.homeroom.attendance;

import org.homeroom.kernel.InBrowser;
import org.homeroom.kernel.Visitor;
import org.homeroom.kernel.Visitors;
import org.homeroom.roster.OwnClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who was present on a day. */
@ExtendWith(InBrowser.class)
class MarksPageIT {

    @Test
    void aDayToComeIsNotShownAndSaysSo(Visitors people) {
        OwnClass own = OwnClass.open();
        Visitor teacher = people.signedIn(OwnClass.TEACHER, OwnClass.PASSWORD);

        teacher.open("/attendance/marks?class=" + own.id() + "&day=2999-12-25");

        teacher.reads("That day has not come yet. This is today.");
    }
}
