package whatnow.knowledge.markdown;

/** Something in one file that is not as it should be, with the line it stands on, from 1. */
public record Remark(int line, String what, String expected) {}
