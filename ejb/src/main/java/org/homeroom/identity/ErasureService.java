package org.homeroom.identity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.homeroom.audit.AuditService;
import org.homeroom.identity.ErasureRepository.AccountTable;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;

/**
 * Deletes accounts. Name, proofs, factors, sessions and roles go; what the school must be able to
 * prove stays under an id that no longer leads to anybody, and a receipt says which is which.
 */
@Stateless
@RolesAllowed({Roles.SCHOOL_ADMIN, Roles.DISTRICT_ADMIN, Roles.PLATFORM_ADMIN})
public class ErasureService {

    private static final String WORD = "DELETE";

    @Inject PeopleService people;
    @Inject ErasureRepository erasures;
    @Inject CredentialService credentials;
    @Inject FreshProofService proof;
    @Inject AuditService audit;
    @Inject SchoolClock clock;
    @Inject Event<AccountErased> erased;
    @Inject Event<AccessEnded> ended;

    /**
     * Deletes the account of somebody below the caller.
     *
     * @param word the word DELETE, typed (economy.md 3.8)
     * @throws ProofNeeded when the caller signed in a while ago
     * @throws Refusal naming {@code word}, or CONFLICT when the account is gone already
     */
    public ErasureReceipt erase(UUID id, String word) {
        PersonDetail person = people.requireBelow(id);
        if (!WORD.equals(word == null ? "" : word.strip())) {
            throw new Refusal(
                    ErrorCode.VALIDATION_ERROR, "word", "Type " + WORD + " in capitals to go on.");
        }
        proof.require();
        Instant now = clock.now();
        ErasureReceipt receipt = new ErasureReceipt();
        // The name's own throttle is found by the name, which is gone afterwards.
        credentials.forget(person.username());
        if (!erasures.blank(id, now)) {
            throw new Refusal(ErrorCode.CONFLICT, "This account is deleted already.");
        }
        receipt.went("name, user name, proofs", 1);
        for (AccountTable table : AccountTable.values()) {
            receipt.went(
                    table.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    erasures.drop(table, id));
        }
        receipt.went("names and addresses of invitations", erasures.blankInvitations(id));
        erased.fire(new AccountErased(id, receipt));
        receipt.stayed(
                "audit entries",
                audit.countOf(id),
                "the audit proves what was done; names in it are sealed");
        erasures.keep(id, CallerContext.require().accountId(), now, receipt.json());
        audit.record(
                "identity.account.erased",
                "account",
                id,
                null,
                Map.of("gone", receipt.gone().size(), "kept", receipt.kept().size()));
        ended.fire(AccessEnded.here(id));
        return receipt;
    }

    /**
     * Returns the receipt of a deleted account, as JSON.
     *
     * @throws Refusal not found, when the account was not deleted here
     */
    public String receipt(UUID id) {
        return erasures.receipt(id).orElseThrow(Refusal::notFound);
    }
}
