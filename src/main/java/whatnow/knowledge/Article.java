package whatnow.knowledge;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One Markdown file of the knowledge base, as it was when it was read.
 *
 * @param path below the folder of the library, with forward slashes
 * @param text the whole file, front matter included, lines ending in LF
 * @param sections in the order of the file, smaller headings too
 * @param links to other articles and files, in the order of the file
 * @param sha256 of the bytes of the file, so that a decision can name the very text it showed
 */
public record Article(
        ArticleId id,
        FrontMatter frontMatter,
        String path,
        String text,
        List<Section> sections,
        List<WrittenLink> links,
        String sha256) {

    public Article {
        sections = List.copyOf(sections);
        links = List.copyOf(links);
    }

    public Type type() {
        return frontMatter.type();
    }

    public String title() {
        return frontMatter.title();
    }

    public Optional<Section> section(String sectionId) {
        return sections.stream().filter(it -> it.id().equals(sectionId)).findFirst();
    }

    /** What stands below the front matter, also above the first heading. */
    public String body() {
        var lines = text.lines().toList();
        var end = IntStream.range(1, lines.size())
                .filter(it -> lines.get(it).stripTrailing().equals("---"))
                .findFirst();
        return lines.stream()
                .skip(end.orElse(-1) + 1L)
                .collect(Collectors.joining("\n"))
                .stripLeading();
    }

    public enum Type {
        RUNBOOK("Runbooks"),
        PROCEDURE("Procedures"),
        CHECKLIST("Checklists"),
        TEMPLATE("Templates"),
        LESSON("Lessons"),
        POSTMORTEM("Post-mortems"),
        PLAN("Plans"),
        CONTACT("Contacts"),
        DRILL_REPORT("Drill reports"),
        ADR("Decision records"),
        REFERENCE("Reference");

        private final String heading;

        Type(String heading) {
            this.heading = heading;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Over a list of articles of this type. */
        public String heading() {
            return heading;
        }
    }

    /** Where in the library an article belongs, what is needed first before the rest. */
    public enum Category {
        RECOVERY_PROCEDURES("Recovery procedures"),
        TROUBLESHOOTING_GUIDES("Troubleshooting guides"),
        OPERATIONAL_PROCEDURES("Operational procedures"),
        SYSTEM_ARCHITECTURE("System architecture");

        private final String heading;

        Category(String heading) {
            this.heading = heading;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String heading() {
            return heading;
        }

        public static Optional<Category> of(String word) {
            return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
        }
    }

    public enum Status {
        DRAFT,
        TECHNICAL_REVIEW,
        OPERATIONAL_REVIEW,
        APPROVED,
        DEPRECATED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What an article says about itself.
     *
     * @param category a word of {@link Category}, what else the author wrote, or empty
     * @param status draft when the file does not say
     * @param weight the smaller, the earlier among its neighbours
     * @param others keys that nobody has given a type yet, as they were written
     */
    public record FrontMatter(
            Type type,
            String title,
            String category,
            List<String> services,
            List<String> alerts,
            List<String> scenarios,
            List<String> strategies,
            List<String> severities,
            List<String> refs,
            String owner,
            List<String> reviewers,
            Status status,
            Optional<LocalDate> lastReviewed,
            Optional<Period> reviewCadence,
            Optional<Duration> estimatedDuration,
            List<String> tags,
            List<ArticleId> related,
            Reach reach,
            Past past,
            Optional<Integer> weight,
            Map<String, List<String>> others) {}

    /** What an article is good for, besides its services. */
    public record Reach(List<String> tiers, List<String> regions, Optional<String> plan, Optional<Duration> rto) {}

    /**
     * What has happened with an article so far.
     *
     * @param supersedes articles that it took the place of
     * @param incidents in which it was used or from which it was learnt
     */
    public record Past(Optional<LocalDate> lastDrilled, List<ArticleId> supersedes, List<String> incidents) {}
}
