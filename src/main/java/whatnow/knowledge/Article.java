package whatnow.knowledge;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One Markdown file of the knowledge base, as it was when it was read.
 *
 * @param path below the folder of the library, with forward slashes
 * @param text the whole file, front matter included, lines ending in LF
 * @param sections in the order of the file, smaller headings too
 * @param sha256 of the bytes of the file, so that a decision can name the very text it showed
 */
public record Article(
        ArticleId id, FrontMatter frontMatter, String path, String text, List<Section> sections, String sha256) {

    public Article {
        sections = List.copyOf(sections);
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

    /** What stands below the front matter. */
    public String body() {
        return text.lines().skip(sections.getFirst().line() - 1L).collect(Collectors.joining("\n"));
    }

    public enum Type {
        RUNBOOK("Runbooks"),
        PROCEDURE("Procedures"),
        CHECKLIST("Checklists"),
        TEMPLATE("Templates"),
        LESSON("Lessons"),
        POSTMORTEM("Post-mortems"),
        REFERENCE("Reference");

        private final String heading;

        Type(String heading) {
            this.heading = heading;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Over a list of articles of this type. */
        public String heading() {
            return heading;
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
     * @param status draft when the file does not say
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
            Map<String, List<String>> others) {}
}
