package whatnow.decision;

/** What is written down of a decision: all that it was made from and all that came out. */
record DecisionRecord(Inputs inputs, Outcome outcome) {

    String json() {
        return CanonicalJson.write(this);
    }

    static DecisionRecord read(String json) {
        return CanonicalJson.read(json, DecisionRecord.class);
    }
}
