package whatnow.chat.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Links that end with the test. */
public class InMemoryAccounts implements Accounts {

    private final Map<ChatUser, Offer> offers = new HashMap<>();
    private final List<LinkedUser> links = new ArrayList<>();

    @Override
    public synchronized void offer(Offer offer, Instant now) {
        offers.values().removeIf(it -> it.isExpired(now));
        offers.put(offer.user(), offer);
    }

    @Override
    public synchronized Optional<Offer> offered(String sha256) {
        return offers.values().stream().filter(it -> it.sha256().equals(sha256)).findFirst();
    }

    @Override
    public synchronized boolean link(LinkedUser link, String offer) {
        var used = offers.values().removeIf(it -> it.sha256().equals(offer));
        return used && links.stream().noneMatch(it -> it.user().equals(link.user())) && links.add(link);
    }

    @Override
    public synchronized boolean unlink(LinkedUser link, String byPerson, Instant at) {
        return links.removeIf(it -> it.id().equals(link.id()));
    }

    @Override
    public synchronized List<LinkedUser> links() {
        return List.copyOf(links);
    }
}
