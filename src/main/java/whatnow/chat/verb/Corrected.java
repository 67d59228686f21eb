package whatnow.chat.verb;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A sentence with marks before it: {@code -2} leaves out the second thing that was read, {@code ~2} takes its opposite,
 * {@code +2} takes a guess as so, {@code 2=web} says what it is about instead, {@code plan=freight} says whose it is.
 */
record Corrected(
        SortedSet<Integer> dropped,
        SortedSet<Integer> turned,
        SortedSet<Integer> confirmed,
        SortedMap<Integer, String> replaced,
        Optional<String> plan,
        String sentence) {

    private static final Pattern MARK = Pattern.compile(
            "^(?:([-~+])(\\d{1,2})|plan=([A-Za-z0-9_-]{1,64})|(\\d{1,2})=([A-Za-z0-9_.-]{1,64}))(?:\\s+|$)",
            Pattern.CASE_INSENSITIVE);

    static Corrected of(String line) {
        var dropped = new TreeSet<Integer>();
        var turned = new TreeSet<Integer>();
        var confirmed = new TreeSet<Integer>();
        var replaced = new TreeMap<Integer, String>();
        var plan = Optional.<String>empty();
        var rest = line.strip();
        for (var mark = MARK.matcher(rest); mark.find(); mark = MARK.matcher(rest)) {
            if (mark.group(3) != null) {
                plan = Optional.of(mark.group(3));
            } else if (mark.group(4) != null) {
                replaced.put(Integer.valueOf(mark.group(4)), mark.group(5));
            } else {
                var numbers = switch (mark.group(1)) {
                    case "-" -> dropped;
                    case "~" -> turned;
                    default -> confirmed;
                };
                numbers.add(Integer.valueOf(mark.group(2)));
            }
            rest = rest.substring(mark.end());
        }
        return new Corrected(dropped, turned, confirmed, replaced, plan, rest);
    }

    Corrected without(int number) {
        var more = new TreeSet<>(dropped);
        more.add(number);
        return new Corrected(more, turned, confirmed, replaced, plan, sentence);
    }

    /** The opposite of the opposite is what was read. */
    Corrected turned(int number) {
        var more = new TreeSet<>(turned);
        if (!more.remove(number)) {
            more.add(number);
        }
        return new Corrected(dropped, more, confirmed, replaced, plan, sentence);
    }

    Corrected with(int number) {
        var more = new TreeSet<>(confirmed);
        more.add(number);
        var fewer = new TreeSet<>(dropped);
        fewer.remove(number);
        return new Corrected(fewer, turned, more, replaced, plan, sentence);
    }

    Corrected about(int number, String name) {
        var more = new TreeMap<>(replaced);
        more.put(number, name);
        return new Corrected(dropped, turned, confirmed, more, plan, sentence);
    }

    Corrected inPlan(String name) {
        return new Corrected(dropped, turned, confirmed, replaced, Optional.of(name), sentence);
    }

    /** The line that says it. */
    String line(String verb) {
        return verb
                + plan.map(it -> " plan=" + it).orElse("")
                + marks(" -", dropped)
                + marks(" ~", turned)
                + marks(" +", confirmed)
                + marks(replaced)
                + " "
                + sentence;
    }

    private static String marks(String sign, SortedSet<Integer> numbers) {
        return numbers.stream().map(it -> sign + it).collect(Collectors.joining());
    }

    private static String marks(Map<Integer, String> names) {
        return names.entrySet().stream()
                .map(it -> " %d=%s".formatted(it.getKey(), it.getValue()))
                .collect(Collectors.joining());
    }
}
