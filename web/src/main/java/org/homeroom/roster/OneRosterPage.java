package org.homeroom.roster;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.FieldForm;
import org.homeroom.kernel.Refusal;

/** Uploading the roster of the school information system, and those uploaded before. */
@Named
@RequestScoped
public class OneRosterPage {

    private static final int NEWEST = 20;

    @Inject RosterDeliveryService rosters;

    private List<RosterDelivery> history;

    @PostConstruct
    void load() {
        history = rosters.list(1, NEWEST).rows();
    }

    /** Reads the file and shows what it would change. */
    public void upload() {
        RosterDelivery[] made = new RosterDelivery[1];
        FieldForm.submit(
                "upload", () -> made[0] = read(), () -> "/roster/delivery?id=" + made[0].id());
    }

    private RosterDelivery read() {
        Part file = FieldForm.file("upload");
        if (file == null) {
            throw new Refusal(ErrorCode.VALIDATION_ERROR, "file", "Choose the zip first.");
        }
        try (InputStream content = file.getInputStream()) {
            return rosters.deliver(file.getSubmittedFileName(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells whether a roster was applied, so that there is something to give back. */
    public boolean isExportable() {
        return history.stream().anyMatch(one -> one.state() == DeliveryState.APPLIED);
    }

    public List<RosterDelivery> getHistory() {
        return history;
    }
}
