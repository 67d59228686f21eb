package whatnow.knowledge.check;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The keys of the front matter and the words they may hold. */
final class FrontMatterRule implements ArticleRule {

    private static final Set<String> CATEGORIES =
            Set.of("system_architecture", "operational_procedures", "troubleshooting_guides", "recovery_procedures");
    private static final Set<String> STRATEGIES = Set.of(
            "restart",
            "redeploy",
            "rollback",
            "az_evacuate",
            "db_failover",
            "regional_failover",
            "pitr",
            "backup_restore",
            "full_rebuild",
            "isolate_and_clean_restore",
            "fallback_provider",
            "degrade_only",
            "observe");
    private static final Set<String> SEVERITIES = Set.of("SEV1", "SEV2", "SEV3", "SEV4", "SEV5", "UNKNOWN");
    private static final Pattern REF = Pattern.compile("S[0-4]-\\d{2}");
    private static final Pattern SCENARIO = Pattern.compile("[a-z][a-z0-9]*(?:_[a-z0-9]+)*");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final List<String> LISTS = List.of("services", "scenarios", "strategies", "severities", "refs");

    @Override
    public void check(Subject subject) {
        var front = subject.article().frontMatter();
        name(subject);
        only(subject, "category", List.of(front.category()), CATEGORIES);
        only(subject, "strategies", front.strategies(), STRATEGIES);
        only(subject, "severities", front.severities(), SEVERITIES);
        like(subject, "refs", front.refs(), REF, "rows such as S1-13");
        like(subject, "scenarios", front.scenarios(), SCENARIO, "words such as region_lost");
        like(subject, "tags", front.tags(), SLUG, "words such as dns or docker-compose");
        like(
                subject,
                "owner",
                front.owner().isBlank() ? List.of() : List.of(front.owner()),
                Pattern.compile("team-[a-z0-9-]+"),
                "a team such as team-recovery");
        present(subject);
        related(subject);
        estimate(subject);
        front.others().keySet().stream()
                .forEach(it -> subject.find(
                        subject.lineOf(it), "The key (%s) is not known.".formatted(it), "a known key", "leave it out"));
    }

    private static void name(Subject subject) {
        var id = subject.article().id().slug();
        var path = subject.article().path();
        if (!path.substring(path.lastIndexOf('/') + 1).equals(id + ".md")) {
            subject.find(
                    subject.lineOf("id"), "The id (%s) is not the file name.".formatted(id), id + ".md", "rename one");
        }
    }

    private static void only(Subject subject, String key, Collection<String> values, Set<String> allowed) {
        values.stream()
                .filter(it -> !allowed.contains(it))
                .forEach(it -> subject.find(
                        subject.lineOf(key),
                        it.isEmpty()
                                ? "The key (%s) is missing.".formatted(key)
                                : "The value (%s) of %s is not known.".formatted(it, key),
                        "one of " + String.join(", ", allowed.stream().sorted().toList()),
                        "the nearest of these"));
    }

    private static void like(Subject subject, String key, Collection<String> values, Pattern shape, String expected) {
        values.stream()
                .filter(it -> !shape.matcher(it).matches())
                .forEach(it -> subject.find(
                        subject.lineOf(key),
                        "The value (%s) of %s has another shape.".formatted(it, key),
                        expected,
                        "rewrite it"));
    }

    private static void present(Subject subject) {
        var front = subject.article().frontMatter();
        if (front.refs().isEmpty()) {
            subject.find(subject.lineOf("refs"), "The article serves no row.", "refs: [S1-13]", "name the rows");
        }
        if (front.reviewers().isEmpty()) {
            subject.find(subject.lineOf("reviewers"), "Nobody reviews the article.", "reviewers", "name a role");
        }
        if (front.lastReviewed().isEmpty()) {
            subject.find(subject.lineOf("last_reviewed"), "No date of review.", "last_reviewed: 2026-11-20", "add it");
        }
        if (front.reviewCadence().isEmpty()) {
            subject.find(subject.lineOf("review_cadence"), "No review cadence.", "review_cadence: P3M", "add it");
        }
        if (front.tags().isEmpty()) {
            subject.find(
                    subject.lineOf("tags"), "The article has no tags.", "tags: [dns]", "add what people search for");
        }
        for (var key : LISTS) {
            if (subject.lineOf(key) == 1) {
                subject.find(1, "The key (%s) is missing.".formatted(key), key + ": [...]", "an empty list [] if none");
            }
        }
    }

    private static void related(Subject subject) {
        subject.article().frontMatter().related().stream()
                .filter(it -> subject.other(it).isEmpty())
                .forEach(it -> subject.find(
                        subject.lineOf("related"),
                        "The related article (%s) does not exist.".formatted(it),
                        "the id of an article",
                        "correct the id"));
    }

    private static void estimate(Subject subject) {
        var isEstimated = subject.article().frontMatter().estimatedDuration().isPresent();
        if (isEstimated && !subject.body().contains("never measured")) {
            subject.find(
                    subject.lineOf("estimated_duration"),
                    "The text does not say where the estimate comes from.",
                    "the words: plan, never measured",
                    "add them where the time is named");
        }
    }
}
