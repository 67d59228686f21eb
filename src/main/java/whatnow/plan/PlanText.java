package whatnow.plan;

/** A file as it was read. {@code plan} is the name of its folder, which its id must equal. */
record PlanText(String plan, String file, String text) {

    /** The file that all plans share. */
    static final String DEFAULTS = "defaults";

    static PlanText noDefaults() {
        return new PlanText(DEFAULTS, "defaults.yaml", "");
    }
}
