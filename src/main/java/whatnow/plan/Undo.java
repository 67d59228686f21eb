package whatnow.plan;

/** How hard it is to take a strategy back, easiest first. */
public enum Undo {
    EASY,
    HARD,
    IMPOSSIBLE
}
