package org.homeroom.roster;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.identity.AccountRecoveryService;
import org.homeroom.identity.AccountService;
import org.homeroom.identity.PersonRef;
import org.homeroom.identity.ProofHashes;
import org.homeroom.identity.Roles;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;

/**
 * Lets a teacher who lost every way in come back with the help of students (economy.md 15): names
 * of students and a birth date begin it, a code from each of them proves it, and a new
 * authenticator ends it. Open to everybody: each step asks for its own proof. Outside any
 * transaction, because every proof is a slow hash.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RecoveryService {

    @Inject RecoveryStepService steps;
    @Inject RecoveryTryService tries;
    @Inject AccountService accounts;
    @Inject AccountRecoveryService recovered;
    @Inject ProofHashes hashes;
    @Inject SchoolClock clock;

    /**
     * Begins a request, or goes on with the one under way.
     *
     * @throws Refusal with one answer whatever is wrong; naming {@code students} when periods are
     *     missing, {@code resume_pin} when it is not the one
     * @throws org.homeroom.kernel.Wait after five wrong tries in an hour
     */
    public BegunRecovery begin(BeginRecovery asked) {
        List<String> names = asked.names();
        if (names.isEmpty() || names.size() > RecoveryRules.MOST) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "students",
                    "Name at least one student and at most 12, with commas between.");
        }
        String here = RecoveryTryService.fromHere();
        tries.take(here, RecoveryRules.STARTS);
        List<UUID> students = students(names);
        RecoveryProof teacher = teacher(names.size(), students, asked.birthDate());
        tries.giveBack(here);
        requireEveryPeriod(teacher.teacherId(), students);
        Optional<RecoveryRow> saved = resumed(teacher.teacherId(), asked);
        String token = RecoveryRules.drawToken();
        RecoveryRow open = steps.open(teacher.teacherId(), students, token);
        return new BegunRecovery(
                token,
                state(open),
                saved.map(RecoveryRow::saved).orElse(""),
                saved.map(RecoveryRow::username).orElse(null));
    }

    /**
     * Returns how the request of the token stands.
     *
     * @throws Refusal when it has ended or was never begun
     */
    public RecoveryState look(String token) {
        return state(steps.running(token));
    }

    /**
     * Keeps codes and user name for later.
     *
     * @return the PIN that brings them back, known only now
     */
    public String save(String token, String codes, String username) {
        RecoveryRow found = steps.running(token);
        take(found, "save");
        String pin = RecoveryRules.drawDigits();
        String typed = String.join(" ", RecoveryRules.codes(codes));
        String wanted = username == null || username.isBlank() ? null : username.strip();
        if (typed.length() > 200 || wanted != null && wanted.length() > 100) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR, "codes", "That is more than the students' codes.");
        }
        steps.save(found, wanted, typed, hashes.hash(RecoveryRules.bound(found.id(), pin)));
        return pin;
    }

    /**
     * Compares the students' codes; when they do not fit, all of them are void.
     *
     * @throws Refusal naming {@code username} or {@code codes}
     */
    public RecoveryState prove(String token, String typed, String username) {
        RecoveryRow found = steps.running(token);
        String wanted = username == null ? "" : username.strip();
        recovered.requireFree(found.teacherId(), wanted);
        List<AskedStudent> helpers = steps.helpers(found.id());
        long coded = helpers.stream().filter(helper -> helper.codeHash() != null).count();
        if (coded < helpers.size()) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "codes",
                    "Only "
                            + coded
                            + " of "
                            + helpers.size()
                            + " students have made their code. Wait for the others.");
        }
        take(found, "codes");
        if (!RecoveryRules.fit(
                RecoveryRules.codes(typed),
                helpers,
                (code, hash) -> hashes.matches(RecoveryRules.bound(found.id(), code), hash))) {
            steps.voidCodes(found.id());
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "codes",
                    "These codes do not fit, so all of them are void now. Ask every student to make a new one.");
        }
        if (!steps.prove(found, wanted, helpers)) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "codes",
                    "A student made a new code meanwhile. Ask for it and try again.");
        }
        return look(token);
    }

    /**
     * Gives the teacher user name, password and authenticator from now on.
     *
     * @return the recovery codes of the authenticator, known only now
     * @throws Refusal naming {@code username}, {@code password} or {@code code}, or when the
     *     request has ended
     */
    public List<String> finish(String token, String username, String password, String code) {
        RecoveryRow found = steps.running(token);
        take(found, "factor");
        return steps.finish(found.id(), username == null ? "" : username.strip(), password, code);
    }

    // Names that are nobody's cost as much time as those that are somebody's.
    private List<UUID> students(List<String> names) {
        List<UUID> found = new ArrayList<>();
        for (String name : names) {
            accounts.findByUsername(name)
                    .filter(person -> person.roles().contains(Roles.STUDENT))
                    .map(PersonRef::id)
                    .ifPresent(found::add);
        }
        return found;
    }

    private RecoveryProof teacher(int named, List<UUID> students, String birthDate) {
        Optional<RecoveryProof> teacher =
                students.size() == named ? steps.teacherOf(students) : Optional.empty();
        int sum = BirthSum.read(birthDate, clock.today(ZoneOffset.UTC)).orElse(0);
        boolean right =
                hashes.matches(
                        RecoveryRules.said(sum),
                        teacher.map(RecoveryProof::proofHash).orElse(null));
        // Guesses from many places count together, and read like any other wrong one.
        String about = "teacher:" + teacher.map(RecoveryProof::teacherId).orElse(null);
        boolean patient = teacher.isEmpty() || tries.mayTake(about, RecoveryRules.STARTS);
        if (!right || !patient) {
            tries.refused("names and date");
            throw RecoveryRules.wrong();
        }
        tries.giveBack(about);
        return teacher.orElseThrow();
    }

    // One student alone could ask for help in the teacher's name and give it.
    private void requireEveryPeriod(UUID teacher, List<UUID> students) {
        List<String> missing = steps.periodsWithout(teacher, students);
        if (!missing.isEmpty()) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "students",
                    "Name a student of each of your periods. Missing: "
                            + String.join(", ", missing)
                            + ".");
        }
        if (students.size() == 1 && steps.studentsOf(teacher) > 1) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "students",
                    "Name one more student: a single one is not enough.");
        }
    }

    private Optional<RecoveryRow> resumed(UUID teacher, BeginRecovery asked) {
        if (!asked.resumes()) {
            return Optional.empty();
        }
        Optional<RecoveryRow> running = steps.running(teacher);
        String about = "resume:" + teacher;
        tries.take(about, RecoveryRules.STEPS);
        String said =
                running.map(found -> RecoveryRules.bound(found.id(), asked.resumePin().strip()))
                        .orElse("");
        if (!hashes.matches(said, running.map(RecoveryRow::resumeHash).orElse(null))) {
            tries.refused("resume PIN");
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "resume_pin",
                    "That PIN brings nothing back. Leave it empty to begin with the codes anew.");
        }
        tries.giveBack(about);
        return running;
    }

    private void take(RecoveryRow found, String step) {
        tries.take(step + ":" + found.id(), RecoveryRules.STEPS);
    }

    private RecoveryState state(RecoveryRow found) {
        List<AskedStudent> helpers = steps.helpers(found.id());
        int coded = (int) helpers.stream().filter(helper -> helper.codeHash() != null).count();
        boolean proved = found.state().equals("proved");
        return new RecoveryState(
                found.expiresAt(),
                helpers.size(),
                coded,
                proved ? found.username() : null,
                proved
                        ? recovered.shown(found.teacherId(), found.username(), found.sealedSecret())
                        : null);
    }
}
