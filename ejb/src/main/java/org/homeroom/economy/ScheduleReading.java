package org.homeroom.economy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.homeroom.banking.BankDayService;
import org.homeroom.banking.BankHour;
import org.homeroom.banking.BankSettings;
import org.homeroom.banking.BankedByItself;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.payroll.PaidByItself;
import org.homeroom.payroll.PayCalendar;
import org.homeroom.payroll.PayDayService;
import org.homeroom.payroll.PayPlan;
import org.homeroom.payroll.PaySchedule;
import org.homeroom.payroll.PaySettings;
import org.homeroom.roster.ClassRef;
import org.homeroom.tenancy.SchoolRef;

/** Reads what runs by itself in the bound school, whoever asks. */
@ApplicationScoped
public class ScheduleReading {

    @Inject PayDayService payDays;
    @Inject PayPlan plan;
    @Inject BankDayService bankDays;
    @Inject SchoolClock clock;

    /** Lists all that is switched on: the school's, then pay and banks of its classes. */
    List<Schedule> running(SchoolRef school) {
        PayPlan.Holding holding = plan.holding();
        List<Schedule> found = new ArrayList<>();
        PaySchedule own = payDays.schedule();
        if (own.isOn()) {
            found.add(ofSchool(school, own));
        }
        for (PaidByItself one : payDays.classes()) {
            if (one.hasOwn()) {
                found.add(pay(one, holding));
            }
        }
        for (BankedByItself one : bankDays.classes()) {
            found.add(bank(one.classId(), one.className(), one.hour(), one.version()));
        }
        return found;
    }

    /** Returns the school's or district's pay, switched on or off. */
    Schedule ofSchool(SchoolRef school, PaySchedule own) {
        String kind = school.isDistrict() ? "district" : "school";
        boolean holds = school.isDistrict() || plan.holding().source().equals(kind);
        return new Schedule(
                Schedule.PAY,
                kind,
                school.id(),
                school.name(),
                own.calendar(),
                school.zone(),
                holds ? next(own.calendar(), school.zone()) : null,
                own.version());
    }

    /** Returns a class's pay, switched on or off. */
    Schedule pay(ClassRef one, PaySettings settings) {
        return pay(
                new PaidByItself(
                        one.id(),
                        one.name(),
                        one.zone(),
                        settings.calendar(),
                        null,
                        settings.version()),
                plan.holding());
    }

    /** Returns a class's bank, switched on or off. */
    Schedule bank(ClassRef one, BankSettings settings) {
        return bank(
                one.id(),
                one.name(),
                new BankHour(settings.booksAt(), one.zone()),
                settings.version());
    }

    private Schedule pay(PaidByItself one, PayPlan.Holding holding) {
        return new Schedule(
                Schedule.PAY,
                "class",
                one.classId(),
                one.className(),
                one.calendar(),
                one.zone(),
                holding.rules(one) ? null : next(one.calendar(), one.zone()),
                one.version());
    }

    private Schedule bank(UUID classId, String name, BankHour hour, long version) {
        return new Schedule(
                Schedule.BANK,
                "class",
                classId,
                name,
                new PayCalendar(1, null, hour.at()),
                hour.zone(),
                hour.at() == null ? null : hour.next(clock.now()),
                version);
    }

    private Instant next(PayCalendar calendar, ZoneId zone) {
        return calendar.nextAt(clock.now().atZone(zone)).orElse(null);
    }
}
