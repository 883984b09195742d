package org.homeroom.roster;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.Texts;

/** What happens when a class is archived, before it is. */
@Named
@RequestScoped
public class ArchivePage {

    private static final Texts TEXTS = Texts.of("roster");

    @Inject ArchiveService archive;
    @Inject ClassService classes;
    @Inject HttpServletRequest request;

    private ClassDetail detail;

    /** Names the class before Faces asks what is shown: a form's button depends on it. */
    @PostConstruct
    void choose() {
        UUID id = FieldForm.id(request.getParameter("class"));
        if (id == null) {
            throw Refusal.notFound();
        }
        detail = classes.detail(id);
    }

    public ClassDetail getDetail() {
        return detail;
    }

    /** Returns how many students have not claimed their seat. */
    public int getUnclaimed() {
        return detail.seats() - detail.claimed();
    }

    /** Archives the class and shows how it can be opened again. */
    public void archive() {
        FieldForm.submit(
                "archive",
                () -> {
                    archive.archive(detail.ref().id());
                    FieldForm.say(TEXTS.get("archive.done", detail.ref().name()));
                },
                () -> "/roster/roster?class=" + detail.ref().id());
    }
}
