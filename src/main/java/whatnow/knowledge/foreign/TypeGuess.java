package whatnow.knowledge.foreign;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import whatnow.knowledge.Article.Type;

/**
 * What kind of article a foreign file is. Its own word comes first, then its name, then its folders from
 * the nearest up, then its title; what none of them tells is for reference.
 */
final class TypeGuess {

    /** The table of docs/importing.md. The first word that fits decides. */
    private static final Map<Type, Set<String>> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put(
                Type.POSTMORTEM,
                Set.of("postmortem", "postmortems", "incident", "incidents", "outage", "outages", "retrospective"));
        WORDS.put(Type.CHECKLIST, Set.of("checklist", "checklists"));
        WORDS.put(Type.TEMPLATE, Set.of("template", "templates"));
        WORDS.put(Type.LESSON, Set.of("lesson", "lessons"));
        WORDS.put(
                Type.RUNBOOK,
                Set.of(
                        "runbook",
                        "runbooks",
                        "playbook",
                        "playbooks",
                        "alert",
                        "alerts",
                        "troubleshoot",
                        "troubleshooting",
                        "howto"));
        WORDS.put(
                Type.PROCEDURE,
                Set.of("procedure", "procedures", "process", "processes", "policy", "policies", "sop", "sops"));
    }

    /** Of a title, only what says plainly what the file is. */
    private static final List<Type> TITLES = List.of(Type.POSTMORTEM, Type.CHECKLIST, Type.RUNBOOK);

    static Type of(Head head, String path, String title, boolean isAlert) {
        return head.first("type", "kind")
                .flatMap(TypeGuess::named)
                .or(() -> fromPath(path, isAlert))
                .or(() -> TITLES.stream()
                        .filter(it -> says(title, it) && (it != Type.POSTMORTEM || isAbout(title)))
                        .findFirst())
                .orElse(Type.REFERENCE);
    }

    private static Optional<Type> named(String word) {
        var wanted = word.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(Type.values())
                .filter(it -> it.word().equals(wanted))
                .findFirst();
    }

    private static Optional<Type> fromPath(String path, boolean isAlert) {
        var parts = List.of(path.split("/"));
        for (var part : parts.reversed()) {
            var isFile = part.equals(parts.getLast());
            for (var type : WORDS.keySet()) {
                if (says(part, type) && !(isFile && type == Type.POSTMORTEM && !isAbout(part))) {
                    return Optional.of(type);
                }
            }
            if (isFile && isAlert) {
                return Optional.of(Type.RUNBOOK);
            }
        }
        return Optional.empty();
    }

    /** What is named after incidents in general tells how to treat them; one with a date or number is one. */
    private static boolean isAbout(String name) {
        return name.chars().anyMatch(Character::isDigit) || !says(name, Set.of("incident", "incidents", "outages"));
    }

    private static boolean says(String words, Type type) {
        return says(words, WORDS.getOrDefault(type, Set.of()));
    }

    private static boolean says(String words, Set<String> any) {
        var slug = "-" + PathId.slug(words) + "-";
        var joined = slug.replace("-post-mortem", "-postmortem")
                .replace("-how-to-", "-howto-")
                .replace("-incident-review", "-postmortem-")
                .replace("-incident-report", "-postmortem-");
        return any.stream().anyMatch(it -> joined.contains("-" + it + "-"));
    }

    private TypeGuess() {}
}
