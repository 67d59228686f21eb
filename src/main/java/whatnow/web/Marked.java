package whatnow.web;

import java.util.ArrayList;
import java.util.List;
import whatnow.knowledge.Hit;

/** A snippet in pieces, so that a page can mark the words that were asked for and still escape all of it. */
public record Marked(String text, boolean isMarked) {

    public static List<Marked> of(Hit hit) {
        var pieces = new ArrayList<Marked>();
        var end = 0;
        for (var mark : hit.marks()) {
            if (mark.start() > end) {
                pieces.add(new Marked(hit.snippet().substring(end, mark.start()), false));
            }
            pieces.add(new Marked(hit.snippet().substring(mark.start(), mark.end()), true));
            end = mark.end();
        }
        if (end < hit.snippet().length()) {
            pieces.add(new Marked(hit.snippet().substring(end), false));
        }
        return pieces;
    }
}
