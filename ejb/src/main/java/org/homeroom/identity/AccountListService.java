package org.homeroom.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.homeroom.kernel.ErrorCode;
import org.homeroom.kernel.Refusal;
import org.homeroom.kernel.SchoolClock;

/**
 * Accounts that another system lists. The list owns user name, display name and the roles it gives;
 * proofs, other roles and a closing by hand are the school's own. The use case that asks has
 * checked the rights and records the deed; no page or resource leads here.
 */
@Stateless
@PermitAll
public class AccountListService {

    private static final int NAMED = 5;

    @Inject AccountListRepository accounts;
    @Inject SchoolClock clock;
    @Inject Event<AccessEnded> ended;

    /**
     * Makes accounts what the list says. Who is new cannot sign in before proofs are set. Who may
     * no longer enter loses the list's roles, or the account when there is no other.
     *
     * @throws Refusal CONFLICT when a user name belongs to somebody else; nothing is stored then
     */
    public void put(List<ListedAccount> listed) {
        List<String> taken = accounts.taken(listed);
        if (!taken.isEmpty()) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "Other people have these usernames now: "
                            + String.join(", ", taken.subList(0, Math.min(NAMED, taken.size())))
                            + ". Rename them, then read the list again.");
        }
        accounts.put(listed);
        List<ListedAccount> inside = those(listed, ListedAccount::enters);
        Set<UUID> changed = new HashSet<>(accounts.withdraw(inside, AccountListService::lost));
        accounts.grant(inside, ListedAccount::roles);
        accounts.enable(those(inside, one -> !one.entered()));
        changed.addAll(close(those(listed, one -> !one.enters())));
        ended.fire(AccessEnded.here(changed));
    }

    private List<UUID> close(List<ListedAccount> leaving) {
        accounts.grant(leaving, one -> one.entered() ? one.roles() : List.of());
        Set<UUID> others = new HashSet<>(accounts.holdingOthers(leaving));
        List<UUID> changed = new ArrayList<>();
        changed.addAll(
                accounts.withdraw(
                        those(leaving, one -> others.contains(one.id())), ListedAccount::roles));
        changed.addAll(
                accounts.disable(those(leaving, one -> !others.contains(one.id())), clock.now()));
        return changed;
    }

    private static List<String> lost(ListedAccount account) {
        return account.formerRoles().stream()
                .filter(role -> !account.roles().contains(role))
                .toList();
    }

    private static List<ListedAccount> those(
            List<ListedAccount> listed, Predicate<ListedAccount> which) {
        return listed.stream().filter(which).toList();
    }
}
