package org.homeroom.audit;

import static org.homeroom.kernel.Patience.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.homeroom.attendance.KioskDevice;
import org.homeroom.kernel.Answer;
import org.homeroom.kernel.Client;
import org.homeroom.kernel.Description;
import org.homeroom.kernel.TestDns;
import org.homeroom.roster.OwnClass;
import org.junit.jupiter.api.Test;

/**
 * Every route that changes anything leaves an entry in the audit, or says here why not. The routes
 * come from the running application's own description: a new one fails until it is walked.
 */
class AuditedRoutesIT {

    private static final String DEMO = "demo-Teacher-1";
    private static final String PASSPHRASE = "blue kite seven";

    /** Routes whose deeds stand elsewhere, or that change nothing, and why. */
    private static final Map<String, String> EXEMPT =
            Map.ofEntries(
                    Map.entry("POST /classes/{id}/taps", "a tap is a journal row with its author"),
                    Map.entry(
                            "POST /conversations/{id}/messages",
                            "a message is a journal row with its author"),
                    Map.entry("POST /classes/{id}/pay-runs", "a rehearsal changes nothing"),
                    Map.entry("POST /classes/{id}/award-rehearsals", "a rehearsal changes nothing"),
                    Map.entry("POST /classes/{id}/bonus-runs", "a rehearsal changes nothing"),
                    Map.entry("POST /classes/{id}/interest-runs", "a rehearsal changes nothing"),
                    Map.entry("POST /classes/{id}/due-runs", "a rehearsal changes nothing"),
                    Map.entry("POST /auth/refresh", "goes on with a sign-in that is in the audit"),
                    Map.entry("POST /auth/passkeys/options", "asks an authenticator, no more"),
                    Map.entry("POST /auth/proof", "changes nothing; a wrong proof is in the audit"),
                    Map.entry("POST /ws-tickets", "opens a socket of somebody signed in"),
                    Map.entry("POST /claims", "finds a seat; the taken seat is in the audit"),
                    Map.entry("POST /auth/passkeys", "needs an authenticator: PasskeyIT"),
                    Map.entry("PATCH /auth/passkeys/{id}", "needs an authenticator: PasskeyIT"),
                    Map.entry("DELETE /auth/passkeys/{id}", "needs an authenticator: PasskeyIT"),
                    Map.entry("POST /auth/totp/enroll", "needs an authenticator: SecondFactorIT"),
                    Map.entry("POST /auth/totp/confirm", "needs an authenticator: SecondFactorIT"),
                    Map.entry(
                            "POST /auth/totp/recovery-codes",
                            "needs an authenticator: SecondFactorIT"),
                    Map.entry("DELETE /auth/totp", "needs an authenticator: SecondFactorIT"),
                    Map.entry("DELETE /users/{id}/totp", "needs an authenticator: HelpedInIT"),
                    Map.entry("POST /recoveries", "asks students of each period: RecoveryIT"),
                    Map.entry("POST /recoveries/{token}/progress", "as above: RecoveryIT"),
                    Map.entry("POST /recoveries/{token}/codes", "as above: RecoveryIT"),
                    Map.entry("POST /recoveries/{token}/factor", "as above: RecoveryIT"),
                    Map.entry("POST /recovery-requests/{id}/code", "as above: RecoveryIT"),
                    Map.entry("POST /recovery-requests/{id}/dismiss", "as above: RecoveryIT"),
                    Map.entry("DELETE /recovery-setup/request", "as above: RecoveryIT"),
                    Map.entry("POST /closings", "takes a class of its own: ClosingIT"),
                    Map.entry("POST /rosters", "needs a zip: OneRosterIT"),
                    Map.entry("POST /rosters/{id}/apply", "needs a zip: OneRosterIT"),
                    Map.entry("POST /isolation-reports", "tries the whole server: IsolationIT"),
                    Map.entry(
                            "POST /jobs/executions/{id}/stop",
                            "needs a job that still runs: StoppedPayRunIT"),
                    Map.entry(
                            "POST /jobs/executions/{id}/restart",
                            "needs a job that stopped: StoppedPayRunIT"));

    private final Client principal = Client.signIn("riverbend", "principal", DEMO);
    private final Client admin = Client.signIn("", "admin", DEMO);
    private final Client operator = Client.signIn("", "operator", DEMO);
    private final Client stranger = Client.at("riverbend.localhost");
    private final Set<String> walked = new TreeSet<>();

    @Test
    void everyRouteThatChangesAnythingLeavesAnEntry() throws Exception {
        people();
        invitations();
        schools();
        OwnClass own = list();
        money(own);
        families(own);
        memberships();
        looks();
        domains();
        calendar();
        badges(own);
        devices(own);
        kiosk(own);
        tryOut(own);
        books();
        pins();
        guests(own);
        door(own);
        job();

        Set<String> expected = new TreeSet<>();
        for (String operation : Description.get().operations()) {
            if (!operation.startsWith("GET ")) {
                expected.add(operation);
            }
        }
        Set<String> known = new TreeSet<>(EXEMPT.keySet());
        known.addAll(walked);
        assertEquals(List.copyOf(expected), List.copyOf(known));
    }

    private void people() {
        Map<String, Object> person = person("teacher");
        JsonNode made =
                leaves(
                        "POST /users",
                        "identity.account.created",
                        () -> principal.post("/users", person));
        String path = "/users/" + made.get("id").asText();
        Client current = principal.with("If-Match", "\"1\"");
        leaves(
                "PATCH /users/{id}",
                "identity.account.changed",
                () -> current.patch(path, Map.of("name", "Renamed")));
        leaves(
                "POST /users/{id}/disable",
                "identity.account.disabled",
                () -> principal.post(path + "/disable", Map.of()));
        leaves(
                "POST /users/{id}/enable",
                "identity.account.enabled",
                () -> principal.post(path + "/enable", Map.of()));
        leaves(
                "POST /users/{id}/sign-out",
                "identity.account.signed_out",
                () -> principal.post(path + "/sign-out", Map.of()));
        leaves(
                "POST /users/{id}/reset",
                "identity.reset.made",
                () -> principal.post(path + "/reset", Map.of()));
        leaves(
                "DELETE /users/{id}",
                "identity.account.erased",
                () -> principal.send("DELETE", path, "application/json", Map.of("word", "DELETE")));
    }

    private void invitations() {
        JsonNode made =
                leaves(
                        "POST /invitations",
                        "identity.invitation.made",
                        () -> principal.post("/invitations", Map.of("role", "staff")));
        leaves(
                "POST /invitations/list",
                "identity.invitation.made",
                () ->
                        principal.post(
                                "/invitations/list",
                                Map.of(
                                        "role",
                                        "staff",
                                        "list",
                                        UUID.randomUUID() + "@school.example")));
        String path = "/invitations/" + made.get("id").asText();
        JsonNode renewed =
                leaves(
                        "POST /invitations/{id}/resend",
                        "identity.invitation.renewed",
                        () -> principal.post(path + "/resend", Map.of()));
        leaves(
                "DELETE /invitations/{id}",
                "identity.invitation.revoked",
                () -> principal.send("DELETE", path, null, null));
        assertTrue(renewed.hasNonNull("token"));
        JsonNode unwanted = principal.post("/invitations", Map.of("role", "staff")).ok(201);
        leaves(
                "POST /invitations/{token}/decline",
                "identity.invitation.declined",
                () ->
                        stranger.post(
                                "/invitations/" + unwanted.get("token").asText() + "/decline",
                                null));
        JsonNode other = principal.post("/invitations", Map.of("role", "staff")).ok(201);
        Map<String, Object> choice = person("staff");
        choice.remove("roles");
        leaves(
                "POST /invitations/{token}/accept",
                "identity.invitation.accepted",
                () ->
                        stranger.post(
                                "/invitations/" + other.get("token").asText() + "/accept", choice));
    }

    private void schools() {
        Map<String, Object> school =
                Map.of(
                        "name",
                        "Hill",
                        "subdomain",
                        "s" + UUID.randomUUID(),
                        "zone",
                        "Africa/Harare");
        JsonNode made =
                leaves(
                        admin,
                        "POST /schools",
                        "tenancy.school",
                        () -> admin.post("/schools", school));
        String path = "/schools/" + made.get("id").asText();
        leaves(
                admin,
                "PATCH /schools/{id}",
                "tenancy.school",
                () -> admin.with("If-Match", "\"1\"").patch(path, Map.of("name", "Hill Top")));
        leaves(
                admin,
                "POST /schools/{id}/suspend",
                "tenancy.school",
                () -> admin.post(path + "/suspend", Map.of("reason", "Holidays")));
        leaves(
                admin,
                "POST /schools/{id}/reactivate",
                "tenancy.school",
                () -> admin.post(path + "/reactivate", Map.of()));
    }

    private OwnClass list() {
        AuditTrail opened = AuditTrail.of(principal, "roster.class.opened");
        OwnClass own = OwnClass.open();
        opened.hasGrown();
        walked.add("POST /classes");
        Answer read = own.teacher().get(own.path());
        leaves(
                "PATCH /classes/{id}",
                "roster.class.changed",
                () ->
                        own.teacher()
                                .with("If-Match", read.header("ETag"))
                                .patch(own.path(), Map.of("name", "Renamed")));
        leaves(
                "POST /classes/{id}/roster",
                "roster.list.imported",
                () ->
                        own.teacher()
                                .upload(
                                        own.path() + "/roster",
                                        "first_name,last_name,date_of_birth,block\nAda,Lovelace,2012-05-04,"
                                                + own.period()));
        String listed = own.teacher().get(own.path() + "/seats").ok(200).at("/0/id").asText();
        String seat = own.path() + "/seats/" + listed;
        leaves(
                "PATCH /classes/{id}/seats/{seat}",
                "roster.seat.changed",
                () -> own.teacher().patch(seat, Map.of("first_name", "Adah")));
        leaves(
                "DELETE /classes/{id}/seats/{seat}",
                "roster.seat.removed",
                () -> drop(own.teacher(), seat));
        AuditTrail claimed = AuditTrail.of(principal, "roster.seat.claimed");
        own.seat("Amina");
        claimed.hasGrown();
        walked.add("POST /claims/{id}/credentials");
        return own;
    }

    private void money(OwnClass own) throws Exception {
        Client teacher = own.teacher();
        String username = own.seat("Baraka");
        Client pupil = Client.signIn("riverbend", username, OwnClass.PIN);
        String id = pupil.get("/me").ok(200).at("/person/id").asText();
        changed(
                teacher,
                own.path() + "/bank-settings",
                "PUT /classes/{id}/bank-settings",
                "banking.settings.changed",
                "rate_percent",
                "4.5");
        changed(
                teacher,
                own.path() + "/pay-settings",
                "PUT /classes/{id}/pay-settings",
                "payroll.settings.changed",
                "frequency_days",
                7);
        schedules(own);
        JsonNode entries =
                leaves(
                        "POST /classes/{id}/rewards",
                        "banking.reward.given",
                        () -> teacher.post(own.path() + "/rewards", award(id, "9.00")));
        JsonNode again = teacher.post(own.path() + "/rewards", award(id, "1.00")).ok(201);
        String act = own.path() + "/awards/" + again.get("id").asText() + "/reverse";
        leaves(
                "POST /classes/{id}/awards/{act}/reverse",
                "banking.award.reversed",
                () -> teacher.post(act, Map.of("reason", "Wrong students")));
        leaves(
                "POST /classes/{id}/fines",
                "banking.fine.given",
                () -> teacher.post(own.path() + "/fines", award(id, "1.00")));
        leaves(
                "POST /classes/{id}/payments",
                "banking.payment.given",
                () -> teacher.post(own.path() + "/payments", payment(id)));
        leaves(
                "POST /transfers",
                "banking.transfer.made",
                () -> pupil.post("/transfers", transfer(pupil, own)));
        lending(own, pupil, id);
        JsonNode bonus =
                teacher.post(
                                own.path() + "/bonus-runs",
                                Map.of("title", "Term", "amount", tokens("1.00")))
                        .ok(201);
        String bank = "/bank-runs/" + bonus.get("id").asText();
        leaves(
                "POST /bank-runs/{id}/commit",
                "banking.run.committed",
                () -> teacher.post(bank + "/commit", null));
        leaves(
                "POST /bank-runs/{id}/reverse",
                "banking.run.reversed",
                () -> teacher.post(bank + "/reverse", Map.of("reason", "Wrong class")));
        leaves(
                "POST /classes/{id}/taps/import",
                "attendance.history.imported",
                () ->
                        teacher.upload(
                                own.path() + "/taps/import",
                                "username,action,at,reason\n"
                                        + username
                                        + ",in,2026-10-12T09:00:00Z,\n"
                                        + username
                                        + ",out,2026-10-12T10:00:00Z,"));
        JsonNode pay = teacher.post(own.path() + "/pay-runs", Map.of()).ok(201);
        String run = "/pay-runs/" + pay.get("id").asText();
        leaves(
                "POST /pay-runs/{id}/commit",
                "payroll.run.committed",
                () -> teacher.post(run + "/commit", null));
        await(() -> teacher.get(run).ok(200).get("state").asText().equals("paid"));
        leaves(
                "POST /pay-runs/{id}/reverse",
                "payroll.run.reversed",
                () -> teacher.post(run + "/reverse", Map.of("reason", "Wrong day")));
        leaves(
                "POST /classes/{id}/attendance/tap-out",
                "attendance.class.tapped_out",
                () ->
                        teacher.post(
                                own.path() + "/attendance/tap-out",
                                Map.of("student_ids", List.of(id))));
        leaves(
                "PUT /classes/{id}/tapping",
                "roster.tapping.changed",
                () -> teacher.put(own.path() + "/tapping", Map.of("enabled", false, "all", true)));
        String entry = entries.at("/entries/0/id").asText();
        leaves(
                "POST /entries/{id}/reverse",
                "ledger.entry.reversed",
                () -> teacher.post("/entries/" + entry + "/reverse", Map.of("reason", "Mistake")));
        leaves(
                "POST /classes/{id}/asleep/{student}/wake",
                "identity.account.woken",
                () -> teacher.post(own.path() + "/asleep/" + id + "/wake", null));
    }

    private void schedules(OwnClass own) {
        Client teacher = own.teacher();
        Map<String, Object> bank =
                Map.of(
                        "job",
                        "interest-run",
                        "scope",
                        Map.of("kind", "class", "id", own.id()),
                        "calendar",
                        Map.of("at", "23:58"));
        String action = "banking.settings.changed";
        JsonNode made = leaves("POST /schedules", action, () -> teacher.post("/schedules", bank));
        String path = "/schedules/" + made.get("id").asText();
        Map<String, Object> later = Map.of("calendar", Map.of("at", "23:59"));
        leaves("PATCH /schedules/{id}", action, () -> teacher.patch(path, later));
        leaves("DELETE /schedules/{id}", action, () -> drop(teacher, path));
    }

    private void lending(OwnClass own, Client pupil, String student) {
        Client teacher = own.teacher();
        Map<String, Object> rules =
                Map.of(
                        "loans",
                        true,
                        "approves_up_to",
                        tokens("0.00"),
                        "expected_weekly_hours",
                        "5",
                        "inflation_percent",
                        "0");
        leaves(
                "PUT /classes/{id}/lending",
                "banking.lending.changed",
                () -> teacher.with("If-Match", "*").put(own.path() + "/lending", rules));
        String offers = own.path() + "/bank-products";
        JsonNode loan =
                leaves(
                        "POST /classes/{id}/bank-products",
                        "banking.product.added",
                        () -> teacher.post(offers, product("loan", "10", null)));
        leaves(
                "PATCH /bank-products/{id}",
                "banking.product.changed",
                () ->
                        teacher.with("If-Match", "\"1\"")
                                .patch(
                                        "/bank-products/" + loan.get("id").asText(),
                                        Map.of("title", "Small loan")));
        Map<String, Object> wish =
                Map.of(
                        "product_id",
                        loan.get("id").asText(),
                        "amount",
                        tokens("20.00"),
                        "purpose",
                        "A book",
                        "passphrase",
                        PASSPHRASE);
        Supplier<Answer> ask = () -> pupil.post(own.path() + "/loans", wish);
        String one =
                "/loans/"
                        + leaves("POST /classes/{id}/loans", "banking.loan.asked", ask)
                                .get("id")
                                .asText();
        leaves(
                "POST /loans/{id}/decision",
                "banking.loan.paid_out",
                () -> teacher.post(one + "/decision", Map.of("approve", true)));
        leaves(
                "POST /loans/{id}/payoff",
                "banking.loan.paid_off",
                () -> pupil.post(one + "/payoff", Map.of("passphrase", PASSPHRASE)));
        String two = "/loans/" + ask.get().ok(201).get("id").asText();
        teacher.post(two + "/decision", Map.of("approve", true)).ok(200);
        leaves(
                "POST /loans/{id}/write-off",
                "banking.loan.written_off",
                () -> teacher.post(two + "/write-off", Map.of("reason", "Moved away")));
        String lock =
                teacher.post(offers, product("certificate", "2", "5")).ok(201).get("id").asText();
        teacher.post(
                        own.path() + "/payments",
                        Map.of(
                                "student_ids",
                                List.of(student),
                                "amount",
                                tokens("5.00"),
                                "description",
                                "To lock",
                                "account",
                                "savings"))
                .ok(201);
        JsonNode locked =
                leaves(
                        "POST /classes/{id}/certificates",
                        "banking.certificate.locked",
                        () ->
                                pupil.post(
                                        own.path() + "/certificates",
                                        Map.of(
                                                "product_id",
                                                lock,
                                                "amount",
                                                tokens("5.00"),
                                                "passphrase",
                                                PASSPHRASE)));
        leaves(
                "POST /certificates/{id}/end",
                "banking.certificate.ended",
                () ->
                        pupil.post(
                                "/certificates/" + locked.get("id").asText() + "/end",
                                Map.of("passphrase", PASSPHRASE)));
    }

    private static Map<String, Object> product(String kind, String rate, String penalty) {
        Map<String, Object> product = new HashMap<>();
        product.put("kind", kind);
        product.put("title", "Starter");
        product.put("rate_percent", rate);
        product.put("weeks", 4);
        product.put("most", tokens("100.00"));
        product.put("penalty_percent", penalty);
        return product;
    }

    private void families(OwnClass own) {
        Client teacher = own.teacher();
        JsonNode wish =
                leaves(
                        "POST /deletion-requests",
                        "roster.deletion.requested",
                        () ->
                                teacher.post(
                                        "/deletion-requests",
                                        Map.of("kind", "period", "period", own.period())));
        String asked = "/deletion-requests/" + wish.get("id").asText();
        leaves(
                "PATCH /deletion-requests/{id}",
                "roster.deletion.withdrawn",
                () -> teacher.patch(asked, Map.of("state", "withdrawn")));
        leaves(
                "PATCH /onboarding",
                "economy.onboarding.changed",
                () -> teacher.patch("/onboarding", Map.of("state", "completed")));
        leaves(
                "PUT /recovery-setup",
                "roster.recovery.set_up",
                () -> teacher.put("/recovery-setup", Map.of("birth_date", "1984-03-02")));
        leaves(
                "DELETE /recovery-setup",
                "roster.recovery.set_up_removed",
                () -> drop(teacher, "/recovery-setup"));
        String student = pupil(own.seat("Fatuma")).get("id").asText();
        String family = own.path() + "/students/" + student + "/family";
        JsonNode code =
                leaves(
                        "POST /classes/{id}/students/{student}/family/codes",
                        "roster.guardian_code.made",
                        () -> teacher.post(family + "/codes", null));
        leaves(
                "DELETE /classes/{id}/students/{student}/family/codes/{code}",
                "roster.guardian_code.revoked",
                () -> drop(teacher, family + "/codes/" + code.get("id").asText()));
        Map<String, Object> choice = person("parent");
        choice.remove("roles");
        choice.put("code", code(teacher, family));
        JsonNode parent =
                leaves(
                        "POST /guardians",
                        "roster.guardian.linked",
                        () -> stranger.post("/guardians", choice));
        leaves(
                "PATCH /classes/{id}/students/{student}/family/{guardian}",
                "roster.guardian.changed",
                () ->
                        teacher.patch(
                                family + "/" + parent.get("id").asText(),
                                Map.of("rights", "limited", "primary", true)));
        leaves(
                "DELETE /classes/{id}/students/{student}/family/{guardian}",
                "roster.guardian.unlinked",
                () -> drop(teacher, family + "/" + parent.get("id").asText()));
        Client known =
                Client.signIn(
                        "riverbend",
                        choice.get("username").toString(),
                        choice.get("password").toString());
        leaves(
                "POST /guardians/me/children",
                "roster.guardian.linked",
                () -> known.post("/guardians/me/children", Map.of("code", code(teacher, family))));
    }

    private void devices(OwnClass own) {
        JsonNode made =
                leaves(
                        "POST /kiosk/devices",
                        "identity.door_key.made",
                        () ->
                                own.teacher()
                                        .post(
                                                "/kiosk/devices",
                                                Map.of("class_id", own.id(), "name", "Tablet")));
        leaves(
                "DELETE /classes/{id}/devices/{device}",
                "identity.door_key.ended",
                () -> drop(own.teacher(), own.path() + "/devices/" + made.get("id").asText()));
    }

    private void tryOut(OwnClass own) {
        leaves(
                "POST /try-out",
                "tryout.begun",
                () -> own.teacher().post("/try-out", Map.of("class_id", own.id())));
        leaves(
                "POST /try-out/hand-over",
                "tryout.entered",
                () -> own.teacher().post("/try-out/hand-over", null));
        leaves("DELETE /try-out", "tryout.ended", () -> drop(own.teacher(), "/try-out"));
    }

    private void kiosk(OwnClass own) {
        KioskDevice device = KioskDevice.of(own);
        leaves("PUT /kiosk/key", "attendance.kiosk.key_set", device::handInKey);
        Instant late = Instant.now().minusSeconds(600);
        leaves(
                "POST /kiosk/batches",
                "attendance.kiosk.merged",
                () -> device.send(List.of(device.byName("nobody", "in", null, late))));
    }

    // Of a class of its own, because a day of it is taken back.
    private void books() {
        OwnClass own = OwnClass.open();
        Client teacher = own.teacher();
        Client pupil = Client.signIn("riverbend", own.seat("Amina"), OwnClass.PIN);
        String id = pupil.get("/me").ok(200).at("/person/id").asText();
        teacher.post(own.path() + "/rewards", award(id, "9.00")).ok(201);
        Map<String, Object> aside =
                Map.of(
                        "student_id",
                        id,
                        "amount",
                        tokens("1.00"),
                        "reason",
                        "A book",
                        "expires_at",
                        Instant.now().plusSeconds(3600).toString());
        String holds = own.path() + "/holds";
        JsonNode held =
                leaves(
                        "POST /classes/{id}/holds",
                        "ledger.hold.placed",
                        () -> teacher.post(holds, aside));
        leaves(
                "POST /holds/{id}/release",
                "ledger.hold.released",
                () -> teacher.post("/holds/" + held.get("id").asText() + "/release", null));
        String second = teacher.post(holds, aside).ok(201).get("id").asText();
        leaves(
                "POST /holds/{id}/capture",
                "ledger.hold.captured",
                () -> teacher.post("/holds/" + second + "/capture", Map.of()));
        String day = own.path() + "/day-reversal";
        JsonNode seen = teacher.get(day).ok(200);
        Map<String, Object> back =
                Map.of(
                        "day",
                        seen.get("day").asText(),
                        "fingerprint",
                        seen.get("fingerprint").asText(),
                        "reason",
                        "A day of mistakes");
        leaves(
                "POST /classes/{id}/day-reversal",
                "ledger.day.reversed",
                () -> teacher.post(day, back));
        JsonNode days = teacher.get(own.path() + "/books").ok(200).get("days");
        Map<String, String> last = Map.of("through", days.at("/89/day").asText());
        JsonNode closed =
                leaves(
                        "POST /classes/{id}/closed-periods",
                        "ledger.period.closed",
                        () -> teacher.post(own.path() + "/closed-periods", last));
        String reopen = "/closed-periods/" + closed.get("id").asText() + "/reopen";
        leaves(
                "POST /closed-periods/{id}/reopen",
                "ledger.period.reopened",
                () -> principal.post(reopen, Map.of("reason", "A mistake")));
        corrected(own, id);
    }

    private void corrected(OwnClass own, String student) {
        Map<String, Object> tap =
                Map.of(
                        "student_id",
                        student,
                        "action",
                        "in",
                        "value",
                        Instant.now().minusSeconds(600).truncatedTo(ChronoUnit.SECONDS).toString(),
                        "reason",
                        "Forgot the badge");
        leaves(
                "POST /classes/{id}/corrections",
                "attendance.tap.added",
                () -> own.teacher().post(own.path() + "/corrections", tap));
        LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(1);
        while (!own.teacher()
                .get("/calendar/day?day=" + day)
                .ok(200)
                .get("school_day")
                .asBoolean()) {
            day = day.minusDays(1);
        }
        Map<String, Object> marks =
                Map.of(
                        "day",
                        day.toString(),
                        "marks",
                        List.of(Map.of("student_id", student, "mark", "late")));
        leaves(
                "POST /classes/{id}/marks",
                "attendance.day.marked",
                () -> own.teacher().post(own.path() + "/marks", marks));
    }

    // As it is: other tests' students come in with a PIN.
    private void pins() {
        leaves(
                "PUT /pin-rule",
                "identity.pin_rule.changed",
                () -> principal.put("/pin-rule", Map.of("pin_is_enough", "anywhere")));
    }

    private void guests(OwnClass own) {
        JsonNode room = null;
        for (JsonNode one : own.teacher().get("/conversations?per_page=100").ok(200)) {
            room = one.get("class_id").asText().equals(own.id()) ? one : room;
        }
        String path = "/conversations/" + room.get("id").asText() + "/guests";
        JsonNode made =
                leaves(
                        "POST /conversations/{id}/guests",
                        "identity.door_key.made",
                        () -> own.teacher().post(path, Map.of("name", "Ada", "hours", 1)));
        leaves(
                "DELETE /conversations/{id}/guests/{guest}",
                "identity.door_key.ended",
                () -> drop(own.teacher(), path + "/" + made.get("id").asText()));
    }

    private void badges(OwnClass own) {
        String student = pupil(own.seat("Gakuru")).get("id").asText();
        Map<String, Object> one = Map.of("student_ids", List.of(student));
        leaves(
                "POST /classes/{id}/badges",
                "identity.badge.issued",
                () -> own.teacher().post(own.path() + "/badges", one));
        leaves(
                "DELETE /classes/{id}/badges/{student}",
                "identity.badge.revoked",
                () -> drop(own.teacher(), own.path() + "/badges/" + student));
    }

    private void looks() {
        leaves(
                "PUT /school/brand",
                "tenancy.brand.changed",
                () -> principal.put("/school/brand", Map.of()));
        leaves(
                "PUT /school/brand/logo",
                "tenancy.brand.logo_changed",
                () ->
                        principal.send(
                                "PUT",
                                "/school/brand/logo",
                                "image/svg+xml",
                                "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"));
        leaves(
                "DELETE /school/brand/logo",
                "tenancy.brand.logo_removed",
                () -> drop(principal, "/school/brand/logo"));
    }

    private void domains() {
        String host = "a" + UUID.randomUUID() + ".example.org";
        JsonNode asked =
                leaves(
                        "PUT /school/domain",
                        "tenancy.domain.requested",
                        () -> principal.put("/school/domain", Map.of("host", host)));
        TestDns.get().put(asked.get("record_name").asText(), asked.get("record_text").asText());
        leaves(
                "POST /school/domain/verify",
                "tenancy.domain.verified",
                () -> principal.post("/school/domain/verify", null));
        leaves(
                "POST /school/domain/check",
                "tenancy.certificate.seen",
                () -> principal.post("/school/domain/check", null));
        leaves(
                "DELETE /school/domain",
                "tenancy.domain.dropped",
                () -> drop(principal, "/school/domain"));
    }

    private void calendar() {
        changed(
                principal,
                "/pay-schedule",
                "PUT /pay-schedule",
                "payroll.schedule.changed",
                "frequency_days",
                7);
        Map<String, Object> days = Map.of("kind", "british", "days", List.of("monday", "friday"));
        leaves("PUT /calendar", "tenancy.calendar.settled", () -> principal.put("/calendar", days));
        leaves(
                "POST /calendar/proposals",
                "tenancy.calendar.added",
                () -> principal.post("/calendar/proposals", Map.of("year", 2050)));
        Map<String, Object> day =
                Map.of("kind", "holiday", "name", "Feast", "first_day", "2052-05-05");
        JsonNode span =
                leaves(
                        "POST /calendar/spans",
                        "tenancy.calendar.added",
                        () -> principal.post("/calendar/spans", day));
        leaves(
                "DELETE /calendar/spans/{id}",
                "tenancy.calendar.removed",
                () -> drop(principal, "/calendar/spans/" + span.get("id").asText()));
    }

    private void memberships() {
        Map<String, Object> person = person("staff");
        principal.post("/users", person).ok(201);
        Client staff =
                Client.signIn(
                        "riverbend",
                        person.get("username").toString(),
                        person.get("password").toString());
        Map<String, Object> there = person("staff");
        Client.signIn("lakeside", "admin", DEMO).post("/users", there).ok(201);
        there.keySet().retainAll(Set.of("username", "password"));
        there.put("subdomain", "lakeside");
        JsonNode school =
                leaves(
                        "POST /memberships",
                        "identity.membership.added",
                        () -> staff.post("/memberships", there));
        String path = "/memberships/" + school.get("id").asText();
        leaves(
                "POST /memberships/{id}/hand-over",
                "identity.membership.left_for",
                () -> staff.post(path + "/hand-over", null));
        leaves("DELETE /memberships/{id}", "identity.membership.ended", () -> drop(staff, path));
    }

    private static String code(Client teacher, String family) {
        return teacher.post(family + "/codes", null).ok(201).get("code").asText();
    }

    private static JsonNode pupil(String username) {
        return Client.signIn("riverbend", username, OwnClass.PIN).get("/me").ok(200).at("/person");
    }

    private static Answer drop(Client client, String path) {
        return client.send("DELETE", path, null, null);
    }

    private void door(OwnClass own) {
        Map<String, Object> person = person("teacher");
        principal.post("/users", person).ok(201);
        Map<String, Object> proof =
                Map.of("username", person.get("username"), "password", person.get("password"));
        JsonNode in =
                leaves(
                        "POST /auth/login",
                        "identity.signed_in",
                        () -> stranger.post("/auth/login", proof));
        Client teacher = stranger.bearing(in.get("access_token").asText());
        JsonNode second = stranger.post("/auth/login", proof).ok(200);
        String other =
                stranger.bearing(second.get("access_token").asText())
                        .get("/auth/devices")
                        .ok(200)
                        .at("/0/id")
                        .asText();
        leaves(
                "PATCH /me",
                "identity.language.changed",
                () -> teacher.patch("/me", Map.of("language", "fr")));
        leaves(
                "DELETE /auth/devices/{id}",
                "identity.device.ended",
                () -> teacher.send("DELETE", "/auth/devices/" + other, null, null));
        leaves(
                "POST /auth/logout",
                "identity.signed_out",
                () ->
                        stranger.bearing(
                                        stranger.post("/auth/login", proof)
                                                .ok(200)
                                                .get("access_token")
                                                .asText())
                                .post("/auth/logout", Map.of()));
    }

    private void job() {
        leaves(
                operator,
                "POST /jobs/{name}/executions",
                "operations.job.started",
                () ->
                        operator.post(
                                "/jobs/pii-rotation/executions",
                                Map.of("parameters", Map.of("school", "lakeside"))));
    }

    private JsonNode leaves(String route, String action, Supplier<Answer> deed) {
        return leaves(principal, route, action, deed);
    }

    private JsonNode leaves(Client reader, String route, String action, Supplier<Answer> deed) {
        AuditTrail trail = AuditTrail.of(reader, action);
        Answer answer = deed.get();
        assertTrue(answer.status() < 300, route + ": " + answer);
        trail.hasGrown();
        walked.add(route);
        return answer.status() == 204 ? null : answer.ok(answer.status());
    }

    private void changed(
            Client teacher, String path, String route, String action, String field, Object value) {
        Answer read = teacher.get(path);
        ObjectNode body = read.ok(200).deepCopy();
        body.remove("next_pay_date");
        body.putPOJO(field, value);
        leaves(route, action, () -> teacher.with("If-Match", read.header("ETag")).put(path, body));
    }

    private static Map<String, Object> person(String role) {
        Map<String, Object> person = new HashMap<>();
        person.put("username", "a" + UUID.randomUUID());
        person.put("name", "Audited Person");
        person.put("password", "Correct-horse-9");
        person.put("roles", List.of(role));
        return person;
    }

    private static Map<String, Object> award(String student, String amount) {
        return Map.of("student_ids", List.of(student), "amount", tokens(amount), "reason", "Test");
    }

    private static Map<String, Object> payment(String student) {
        return Map.of(
                "student_ids", List.of(student),
                "amount", tokens("1.00"),
                "description", "Test");
    }

    private static Map<String, Object> transfer(Client pupil, OwnClass own) {
        JsonNode accounts = pupil.get(own.path() + "/accounts").ok(200);
        Map<String, String> byKind = new HashMap<>();
        accounts.forEach(one -> byKind.put(one.get("kind").asText(), one.get("id").asText()));
        return Map.of(
                "from_account_id",
                byKind.get("checking"),
                "to_account_id",
                byKind.get("savings"),
                "amount",
                tokens("1.00"),
                "passphrase",
                PASSPHRASE);
    }

    private static Map<String, String> tokens(String amount) {
        return Map.of("amount", amount, "currency", "TOK");
    }
}
