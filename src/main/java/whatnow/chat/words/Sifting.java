package whatnow.chat.words;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Takes out of what a clause seems to say what nobody means by it, where words may mean several things. */
final class Sifting {

    private static final Set<Claim> TROUBLE =
            EnumSet.of(Claim.ERRORS, Claim.SLOW, Claim.FULL, Claim.LAG, Claim.GARBLED);
    private static final Set<Claim> GOOD =
            EnumSet.of(Claim.UP, Claim.READY, Claim.TRUSTED, Claim.CAUGHT_UP, Claim.FLOWS);
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Set<Claim> DYING = EnumSet.of(Claim.DOWN, Claim.STOPPED, Claim.FAILED);
    private static final Set<String> INTRUDERS = Set.of(
            "attacker",
            "attackers",
            "hacker",
            "hackers",
            "intruder",
            "intruders",
            "malware",
            "threat actor",
            "threat actors");

    /** {@code the deploy of web failed}: nothing is said of web. */
    private static final String[] DEPLOYMENTS = {"deploy", "deployment", "rollout", "release", "push", "upgrade"};

    private static final Set<Claim> RUNS = EnumSet.of(Claim.FAILED, Claim.STOPPED, Claim.FAILING);

    private static final Set<String> ONE = Set.of("i", "he", "she");

    private static final Set<String> TIMES = Set.of("since", "ever since", "after", "before", "until");

    private final List<Item> items;
    private final List<Thing> things;
    private final List<Predicate> said;

    private Sifting(List<Item> items, List<Thing> things, List<Predicate> said) {
        this.items = items;
        this.things = things;
        this.said = said;
    }

    static List<Predicate> sifted(List<Item> items, List<Thing> things, List<Predicate> said, Set<Cue> cues) {
        var sifting = new Sifting(items, things, new ArrayList<>(said));
        sifting.siftLogs();
        sifting.siftChanges();
        sifting.siftHarm();
        sifting.siftGood(cues);
        return sifting.said;
    }

    /** {@code ships} and {@code lands} are said of logs and replicas. */
    private void siftLogs() {
        var isOfLogs = things.stream().anyMatch(Thing::isPartOfADatabase);
        var isTimed = items.stream().anyMatch(Item.Clock.class::isInstance)
                && things.stream().anyMatch(it -> it.is(Topic.REPLICA));
        said.replaceAll(it ->
                it.claim() == Claim.FLOWS && it.begins("reach") && isTimed && it.isSo() ? it.as(Claim.REPLAYED) : it);
        var isOfCommit = says(Claim.COMMIT) || says(Claim.REPLAYED);
        var isAlone = said.size() == 1 || things.isEmpty();
        said.removeIf(it -> it.claim() == Claim.DEPLOYED && isOfLogs && saysToo(it, Claim.FLOWS));
        var isOfReplica = things.stream().anyMatch(it -> it.is(Topic.REPLICA))
                && things.stream().noneMatch(it -> it.is(Topic.STANDBY));
        said.replaceAll(it -> isOfReplica && it.claim() == Claim.READY && it.has("replaying", "streaming", "receiving")
                ? it.as(Claim.FLOWS).denied(false)
                : it);
        said.removeIf(it -> it.claim() == Claim.FLOWS && (isOfCommit || !isOfLogs && !isAlone));
    }

    /** {@code went out} is said of releases, of lights and of mails. */
    private void siftChanges() {
        said.removeIf(it -> it.is("out") && !isOut(it.at()));
        var isDeployed = said.stream().anyMatch(it -> it.claim() == Claim.DEPLOYED && !saysToo(it, Claim.DOWN));
        var other = isDeployed ? Claim.DOWN : Claim.DEPLOYED;
        said.removeIf(it -> it.claim() == other && saysToo(it, Claim.DOWN) && saysToo(it, Claim.DEPLOYED));
        said.removeIf(it -> it.claim() == Claim.DEPLOYED && it.text().endsWith(" out") && hasTrouble());
        said.removeIf(it -> it.claim() == Claim.DEPLOYED && isOnlyATime(it.at()));
        var isOfADeployment = said.stream().anyMatch(it -> it.claim() == Claim.DEPLOYED && it.is(DEPLOYMENTS));
        var isBroken = said.stream().anyMatch(it -> RUNS.contains(it.claim()) && it.at() > first(Claim.DEPLOYED));
        said.removeIf(it -> isOfADeployment && isBroken && (it.claim() == Claim.DEPLOYED || RUNS.contains(it.claim())));
        var saysMore = said.stream().anyMatch(it -> it.claim() != Claim.TAKES);
        said.removeIf(it -> it.claim() == Claim.TAKES && (saysMore || it != said.getLast()));
        said.removeIf(it -> it.claim() == Claim.FAILED
                && things.stream().noneMatch(Thing::isPartOfADatabase)
                && says(Claim.ERRORS));
    }

    /** {@code since the last config push}: it says since when, and that is not known. */
    private boolean isOnlyATime(int at) {
        var before = at - 1;
        while (before >= 0 && items.get(before).means(Cue.LIGHT)) {
            before--;
        }
        return before >= 0
                && TIMES.contains(items.get(before).text())
                && items.stream().noneMatch(Item::isAmount);
    }

    /** {@code is out}, {@code us-east-1b out}; but not {@code find out}. */
    private boolean isOut(int at) {
        return at > 0 && (items.get(at - 1) instanceof Item.Named || isBeforeOut(items.get(at - 1)));
    }

    private static boolean isBeforeOut(Item item) {
        return item.means(Cue.LIGHT)
                || item.means(Cue.WAS)
                || item.means(Cue.STILL)
                || item.means(Cue.TOO)
                || item instanceof Item.Known known && known.phrase().names();
    }

    /** Who stole data was inside; {@code truncated} is said of rows and of what somebody did to them. */
    private void siftHarm() {
        said.removeIf(it -> it.claim() == Claim.LOST && isLostByOne(it));
        said.removeIf(it -> it.is("corrupt", "corrupted") && things.isEmpty() && isOfSomebody(it));
        var isTheft = says(Claim.BREACH) || says(Claim.RANSOMWARE);
        said.removeIf(it -> isTheft && it.claim() == Claim.INTRUDER && INTRUDERS.contains(it.text()));
        var isObject = !said.isEmpty()
                && things.stream().anyMatch(it -> it.at() > said.getFirst().at());
        var other = isObject ? Claim.GARBLED : Claim.DELETED;
        said.removeIf(it -> it.claim() == other && saysToo(it, Claim.DELETED) && saysToo(it, Claim.GARBLED));
        var isOfBackups = things.stream().anyMatch(it -> it.is(Topic.BACKUP));
        said.removeIf(it -> isOfBackups && it.claim() == Claim.CHANGED && saysToo(it, Claim.SPOILT));
    }

    /** {@code dies with a 503}, {@code answers with a 503} and {@code running late} are not good. */
    private void siftGood(Set<Cue> cues) {
        said.removeIf(it -> it.claim() == Claim.ERRORS && isCount(it));
        said.removeIf(it -> it.begins("hang") && says(Claim.LAG));
        said.removeIf(it -> DYING.contains(it.claim())
                && said.stream().anyMatch(next -> next.claim() == Claim.ERRORS && next.at() == it.at() + 1));
        var isUnready = said.stream().anyMatch(it -> it.claim() == Claim.READY && it.isDenied());
        said.removeIf(it -> isUnready && it.isSo() && (it.claim() == Claim.UP || it.claim() == Claim.READY));
        said.replaceAll(it -> cues.contains(Cue.UNSURE) && GOOD.contains(it.claim()) ? it.denied(true) : it);
        said.removeIf(it -> it.claim() == Claim.UP && said.stream().anyMatch(next -> next.at() == it.at() + 1));
        said.removeIf(it -> it.claim() == Claim.UP && it.isSo() && hasTroubleAfter(it));
    }

    /** {@code I lost the page}, {@code we lost the match against ...}: not what is named behind it. */
    private boolean isLostByOne(Predicate lost) {
        var isByOne = lost.at() > 0 && ONE.contains(items.get(lost.at() - 1).text());
        var named =
                things.stream().mapToInt(Thing::at).filter(it -> it > lost.at()).findFirst();
        return isByOne
                || named.isPresent()
                        && IntStream.range(lost.at() + 1, named.getAsInt())
                                .anyMatch(it -> items.get(it).isUnknownThing());
    }

    /** {@code corrupt officials}. */
    private boolean isOfSomebody(Predicate corrupt) {
        var next = corrupt.at() + 1;
        return next < items.size() && items.get(next).isUnknownThing();
    }

    /** {@code 500 connections} are no errors. */
    private boolean isCount(Predicate errors) {
        var next = errors.at() + 1;
        return NUMBER.matcher(errors.text()).matches() && next < items.size() && isCounted(items.get(next));
    }

    private static boolean isCounted(Item item) {
        return item instanceof Item.Word
                || item.means(Cue.HEAD)
                || item.means(Cue.USERS)
                || item instanceof Item.Known known
                        && (known.phrase().names() || known.claims() && !known.means(Claim.ERRORS));
    }

    private boolean hasTrouble() {
        return said.stream().anyMatch(it -> TROUBLE.contains(it.claim()));
    }

    private boolean hasTroubleAfter(Predicate good) {
        return said.stream().anyMatch(it -> TROUBLE.contains(it.claim()) && it.isSo() && it.at() > good.at());
    }

    private int first(Claim claim) {
        return said.stream()
                .filter(it -> it.claim() == claim)
                .mapToInt(Predicate::at)
                .findFirst()
                .orElse(-1);
    }

    private boolean says(Claim claim) {
        return said.stream().anyMatch(it -> it.claim() == claim);
    }

    /** The same words say that too. */
    private boolean saysToo(Predicate predicate, Claim claim) {
        return said.stream().anyMatch(it -> it.claim() == claim && it.at() == predicate.at());
    }
}
