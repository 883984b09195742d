package org.homeroom.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.homeroom.kernel.SchoolClock;
import org.homeroom.tenancy.TenantContext;

/** One-time tickets for sockets: good for one channel, once, for a minute. */
@Stateless
@PermitAll
public class TicketService {

    private static final Duration LIFE = Duration.ofSeconds(60);

    @Inject TicketRepository tickets;
    @Inject SignInService signIn;
    @Inject SchoolClock clock;

    /**
     * Gives the caller a ticket for the channel.
     *
     * @param here the sign-in that asks, with which the ticket ends
     * @throws org.homeroom.kernel.Refusal when nobody is signed in
     */
    public NewTicket issue(String channel, UUID here) {
        UUID account = CallerContext.require().accountId();
        UUID home =
                signIn.again(account).map(SignedIn::homeSchoolId).orElse(TenantContext.require());
        Instant now = clock.now();
        Instant end = now.plus(LIFE).truncatedTo(ChronoUnit.SECONDS);
        String secret = Secrets.next();
        tickets.add(new Ticket(channel, account, home, here, end), Secrets.hash(secret), now);
        return new NewTicket(secret, end);
    }

    /**
     * Takes the ticket and returns whose it was; empty when it is spent, late or for another
     * channel, or when the sign-in has ended.
     */
    public Optional<Bearer> redeem(String ticket, String channel) {
        return tickets.take(Secrets.hash(ticket))
                .filter(
                        taken ->
                                taken.channel().equals(channel)
                                        && taken.expiresAt().isAfter(clock.now()))
                .flatMap(
                        taken ->
                                signIn.still(taken.signIn(), taken.accountId(), false)
                                        .map(person -> new Bearer(person, taken.signIn())));
    }
}
