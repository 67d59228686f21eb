package whatnow.decision.supposed;

/**
 * What a fact says, as it is said and as it is supposed: {@code us-east-1 is lost}, {@code us-east-1 were lost}.
 *
 * @param calms it lowers the alarm or calls something clean: that is never merely supposed, but would have to be known
 */
public record Clause(String stated, String supposed, boolean calms) {

    static final String KNOWN = "it were known that ";

    static Clause is(String subject, String rest) {
        return new Clause(subject + " is " + rest, subject + " were " + rest, false);
    }

    static Clause are(String subject, String rest) {
        return new Clause(subject + " are " + rest, subject + " were " + rest, false);
    }

    static Clause has(String subject, String rest) {
        return new Clause(subject + " has " + rest, subject + " had " + rest, false);
    }

    static Clause said(String sentence) {
        return new Clause(sentence, "it turned out that " + sentence, false);
    }

    Clause calming() {
        return calmingIf(true);
    }

    Clause calmingIf(boolean calms) {
        return new Clause(stated, supposed, calms);
    }

    Clause and(String more) {
        return new Clause(stated + more, supposed + more, calms);
    }

    /** A person's word makes firm what machines alone have said. */
    Clause confirmed() {
        return new Clause(stated, "a person confirmed that " + stated, false);
    }

    /** As it stands after (if). */
    String inACondition() {
        return calms ? KNOWN + stated : supposed;
    }
}
