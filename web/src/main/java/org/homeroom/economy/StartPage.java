package org.homeroom.economy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.homeroom.kernel.FieldForm;
import org.homeroom.roster.ClassRef;
import org.homeroom.roster.RosterService;
import org.homeroom.tenancy.SchoolRef;
import org.homeroom.tenancy.SchoolService;
import org.homeroom.tenancy.TenantContext;

/** A teacher's first day in five steps: welcome, features, periods, roster, settings. */
@Named
@RequestScoped
public class StartPage {

    private static final String HERE = "/economy/start";
    private static final String TODAY = "/economy/today";

    @Inject OnboardingService onboarding;
    @Inject RosterService roster;
    @Inject SchoolService schools;
    @Inject HttpServletRequest request;

    private Onboarding state;

    /** Returns how far the teacher is. */
    public Onboarding getState() {
        if (state == null) {
            state = onboarding.state();
        }
        return state;
    }

    /** Returns the step shown: the address's when it may be, else the next one. */
    public int getStep() {
        String asked = request.getParameter("step");
        int number = asked != null && asked.matches("[1-5]") ? Integer.parseInt(asked) : 0;
        return getState().allows(number) ? number : getState().step();
    }

    /** Returns the numbers of the steps. */
    public List<Integer> getSteps() {
        return IntStream.rangeClosed(1, Onboarding.STEPS).boxed().toList();
    }

    /** Returns the modules that the school uses. */
    public List<String> getModules() {
        return schools.byId(TenantContext.require()).map(SchoolRef::modules).stream()
                .flatMap(Collection::stream)
                .sorted()
                .toList();
    }

    /** Returns the teacher's classes. */
    public List<ClassRef> getClasses() {
        return roster.myClasses();
    }

    /** Notes the step as done and goes on. */
    public void next() {
        int step = Math.toIntExact(FieldForm.sentNumber("step"));
        FieldForm.submit(
                "next",
                () -> state = onboarding.complete(step),
                () -> state.isOver() ? TODAY : HERE);
    }

    /** Wants none of it. */
    public void skip() {
        FieldForm.submit("skip", onboarding::skip, () -> TODAY);
    }

    /** Begins anew. */
    public void reset() {
        FieldForm.submit("reset", onboarding::reset, () -> HERE);
    }
}
