package whatnow.signal;

/** Where in an alert words are looked for, the most telling place first. */
public enum Field {
    NAME("name"),
    SUMMARY("summary"),
    DESCRIPTION("description"),
    EXPRESSION("expression"),
    METRIC("metric");

    private final String word;

    Field(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
