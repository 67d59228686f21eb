package whatnow.chat.verb;

import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A sentence with marks before it: {@code -2} leaves out the second thing that was read, {@code ~2} takes its opposite,
 * {@code +2} takes a guess as so, {@code plan=freight} says whose it is.
 */
record Corrected(
        SortedSet<Integer> dropped,
        SortedSet<Integer> turned,
        SortedSet<Integer> confirmed,
        Optional<String> plan,
        String sentence) {

    private static final Pattern MARK =
            Pattern.compile("^(?:([-~+])(\\d{1,2})|plan=([A-Za-z0-9_-]{1,64}))(?:\\s+|$)", Pattern.CASE_INSENSITIVE);

    static Corrected of(String line) {
        var dropped = new TreeSet<Integer>();
        var turned = new TreeSet<Integer>();
        var confirmed = new TreeSet<Integer>();
        var plan = Optional.<String>empty();
        var rest = line.strip();
        for (var mark = MARK.matcher(rest); mark.find(); mark = MARK.matcher(rest)) {
            if (mark.group(3) != null) {
                plan = Optional.of(mark.group(3));
            } else {
                var numbers = switch (mark.group(1)) {
                    case "-" -> dropped;
                    case "~" -> turned;
                    default -> confirmed;
                };
                numbers.add(Integer.parseInt(mark.group(2)));
            }
            rest = rest.substring(mark.end());
        }
        return new Corrected(dropped, turned, confirmed, plan, rest);
    }

    String without(String verb, int number) {
        var more = new TreeSet<>(dropped);
        more.add(number);
        return line(verb, more, turned, confirmed, plan);
    }

    /** The opposite of the opposite is what was read. */
    String turned(String verb, int number) {
        var more = new TreeSet<>(turned);
        if (!more.remove(number)) {
            more.add(number);
        }
        return line(verb, dropped, more, confirmed, plan);
    }

    String with(String verb, int number) {
        var more = new TreeSet<>(confirmed);
        more.add(number);
        var fewer = new TreeSet<>(dropped);
        fewer.remove(number);
        return line(verb, fewer, turned, more, plan);
    }

    String inPlan(String verb, String name) {
        return line(verb, dropped, turned, confirmed, Optional.of(name));
    }

    String said(String verb) {
        return line(verb, dropped, turned, confirmed, plan);
    }

    private String line(
            String verb, Set<Integer> without, Set<Integer> opposite, Set<Integer> with, Optional<String> whose) {
        return verb
                + whose.map(it -> " plan=" + it).orElse("")
                + marks(" -", without)
                + marks(" ~", opposite)
                + marks(" +", with)
                + " "
                + sentence;
    }

    private static String marks(String sign, Set<Integer> numbers) {
        return numbers.stream().map(it -> sign + it).collect(Collectors.joining());
    }
}
