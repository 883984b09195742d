package org.homeroom.roster;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.tenancy.SchoolRef;
import org.homeroom.tenancy.SchoolService;
import org.homeroom.tenancy.TenantContext;

/**
 * Takes the zips in that a school information system leaves in {@code HOMEROOM_ROSTER_FOLDER}, for
 * the district. What has no problem and lets no more leave than may is applied at once; the rest
 * waits for an administrator. A zip that was read lies in the sub-folder {@code read} afterwards.
 */
@Singleton
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RosterFolderTimer {

    private static final System.Logger LOG = System.getLogger(RosterFolderTimer.class.getName());
    // A file that was touched since is still being written.
    private static final Duration QUIET = Duration.ofMinutes(1);

    @Inject RosterIntake intake;
    @Inject RosterApproval approval;
    @Inject SchoolService schools;
    @Inject SchoolClock clock;

    /** Looks into the folder; nothing without one. */
    @Schedule(hour = "*", minute = "*/5", info = "roster-folder")
    public void look() {
        String folder = System.getenv("HOMEROOM_ROSTER_FOLDER");
        SchoolRef district = schools.district().orElse(null);
        if (folder == null || folder.isBlank() || district == null) {
            return;
        }
        TenantContext.runAs(district.id(), () -> take(Path.of(folder)));
    }

    /** Takes in what lies in the folder and is written whole, by name. */
    void take(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> zips =
                    files.filter(file -> file.toString().endsWith(".zip")).sorted().toList();
            for (Path zip : zips) {
                if (isWritten(zip)) {
                    takeOne(zip);
                }
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "the roster folder cannot be read", e);
        }
    }

    private boolean isWritten(Path zip) throws IOException {
        return Files.getLastModifiedTime(zip).toInstant().isBefore(clock.now().minus(QUIET));
    }

    private void takeOne(Path zip) throws IOException {
        String name = zip.getFileName().toString();
        if (Files.size(zip) > RosterImportService.MOST_BYTES) {
            LOG.log(System.Logger.Level.ERROR, "roster {0} is larger than 8 MB", name);
            return;
        }
        byte[] content = Files.readAllBytes(zip);
        // Moved first: a file that breaks the reading must not be read again and again.
        Path read = Files.createDirectories(zip.resolveSibling("read"));
        Files.move(zip, read.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        RosterDelivery delivery = intake.take(content, name, null);
        LOG.log(
                System.Logger.Level.INFO,
                "Roster {0} is {1} as {2}",
                name,
                delivery.state().wire(),
                delivery.id());
        if (delivery.state() == DeliveryState.VALIDATED && !delivery.isEmpty()) {
            apply(delivery);
        }
    }

    private void apply(RosterDelivery delivery) {
        try {
            approval.approve(delivery, null, false);
        } catch (Refusal refusal) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Roster {0} waits for an administrator: {1}",
                    delivery.id(),
                    refusal.getMessage());
        }
    }
}
