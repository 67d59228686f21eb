package whatnow.decision.known;

/** Whether a region works, by how many independent sources. */
public record RegionStatus(String region, int confirmations, Belief belief) implements Known {

    public boolean isLost() {
        return isFalse();
    }

    /** Two independent sources say so, one of them outside the region. */
    public boolean isConfirmedLost() {
        return isFalse() && confirmations >= 2 && belief.outside();
    }

    @Override
    public String inWords() {
        return "region %s: %s, by %s".formatted(region, Words.works(belief), String.join(" and ", belief.sources()));
    }
}
