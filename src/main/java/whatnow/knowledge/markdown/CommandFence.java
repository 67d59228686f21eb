package whatnow.knowledge.markdown;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.Step;

/** Reads {@code sh id=check-lag danger=false verify="lag_seconds < 60"} and the command below it. */
final class CommandFence {

    private static final Pattern PAIR = Pattern.compile("\\G\\s+([a-z]+)=(?:\"([^\"]*)\"|(\\S+))");
    private static final Set<String> KEYS = Set.of("id", "danger", "verify");
    private static final String EXPECTED = "sh id=<slug> danger=true|false, and verify=\"...\" where one applies";

    static boolean isShell(FencedCodeBlock fence) {
        var info = fence.getInfo() == null ? "" : fence.getInfo();
        return info.equals("sh") || info.startsWith("sh ");
    }

    static Optional<Step.Command> read(FencedCodeBlock fence, List<Remark> remarks) {
        var line = Markdown.line(fence);
        var pairs = pairs(fence.getInfo().substring(2), line, remarks);
        var id = pairs.getOrDefault("id", "");
        if (!ArticleId.isSlug(id)) {
            remarks.add(new Remark(line, "The command has no usable id (%s).".formatted(id), EXPECTED));
            return Optional.empty();
        }
        var danger = pairs.getOrDefault("danger", "");
        if (!danger.equals("true") && !danger.equals("false")) {
            remarks.add(new Remark(
                    line,
                    "The command (%s) does not say whether it is dangerous; taken as so.".formatted(id),
                    EXPECTED));
        }
        return Optional.of(new Step.Command(
                id,
                fence.getLiteral().stripTrailing(),
                !danger.equals("false"),
                Optional.ofNullable(pairs.get("verify"))));
    }

    private static Map<String, String> pairs(String info, int line, List<Remark> remarks) {
        var pairs = new LinkedHashMap<String, String>();
        var matcher = PAIR.matcher(info);
        var end = 0;
        while (matcher.find()) {
            end = matcher.end();
            var value = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
            if (!KEYS.contains(matcher.group(1)) || pairs.put(matcher.group(1), value) != null) {
                remarks.add(new Remark(line, "The command's (%s) has no place.".formatted(matcher.group()), EXPECTED));
            }
        }
        if (!info.substring(end).isBlank()) {
            remarks.add(new Remark(
                    line,
                    "The command's (%s) cannot be read."
                            .formatted(info.substring(end).strip()),
                    EXPECTED));
        }
        return pairs;
    }

    private CommandFence() {}
}
