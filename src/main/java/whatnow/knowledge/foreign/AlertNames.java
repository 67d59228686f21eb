package whatnow.knowledge.foreign;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Words that have the shape of an alert's name: {@code KubePodCrashLooping} or {@code check_disk_space}. */
final class AlertNames {

    private static final int LONGEST = 120;

    private static final Pattern HUMPS = Pattern.compile("[A-Za-z][A-Za-z0-9]*(?:_[A-Z][A-Za-z0-9]*)*");
    private static final Pattern HYPHENS = Pattern.compile("[A-Z][A-Za-z0-9]*(?:-[A-Z][A-Za-z0-9]*)+");
    private static final Pattern CHECK = Pattern.compile("check_[a-z0-9]+(?:_[a-z0-9]+)*");
    private static final Pattern LABEL = Pattern.compile("(?i)^(?:alert|runbook|playbook)s?\\s*(?:name)?\\s*[:-]?\\s+");
    private static final Pattern ENDING = Pattern.compile(
            ".*(?:Down|High|Low|Fail(?:ed|ing|ure|ures|s)?|Errors?|ErrorRate"
                    + "|Lag(?:ging)?|Missing|Absent|Offline|Full|Slow|Unavailable|Unhealthy|Unreachable|Pressure|Expir(?:ing|ed|es|y)"
                    + "|Critical|Warning|Exceeded|Stuck|Restarting|Looping|NotReady|Mismatch|Burn(?:Rate)?|Saturat(?:ed|ion)"
                    + "|Degraded|Dead|Stopped|Latency|Usage|Inactive|Overload(?:ed)?|Throttl(?:ed|ing)|Exhausted|Alert)");

    /** Names of products have humps too. */
    private static final Set<String> PRODUCTS = Set.of(
            "github",
            "gitlab",
            "pagerduty",
            "postgresql",
            "mysql",
            "mongodb",
            "rabbitmq",
            "activemq",
            "cloudwatch",
            "cloudfront",
            "cloudflare",
            "cloudsql",
            "cloudtrail",
            "cloudformation",
            "opensearch",
            "elasticsearch",
            "opsgenie",
            "graphql",
            "javascript",
            "typescript",
            "nodejs",
            "statefulset",
            "daemonset",
            "replicaset",
            "configmap",
            "pgbouncer",
            "clickhouse",
            "openssl",
            "openvpn",
            "openid",
            "macos",
            "ios",
            "vscode",
            "youtube",
            "linkedin",
            "bigquery",
            "sendgrid",
            "stackdriver",
            "circleci",
            "argocd",
            "letsencrypt",
            "servicenow",
            "govwifi",
            "guardduty",
            "dynamodb",
            "documentdb",
            "eventbridge",
            "codeql",
            "influxdb",
            "zendesk",
            "plantuml",
            "snowplow");

    /** The title or file name of a runbook as a whole, without quotes and without the word before it. */
    static Optional<String> named(String title) {
        return bare(title).filter(AlertNames::isName);
    }

    /** A heading must look like an alert more plainly: three humps, or an ending that says what is wrong. */
    static Optional<String> headed(String heading) {
        return named(heading).filter(it -> isPlain(it, 3));
    }

    /** So must a title when nothing else says that the file is a runbook: many kinds of things have three humps. */
    static Optional<String> titled(String title) {
        return named(title).filter(it -> isPlain(it, 4));
    }

    private static boolean isPlain(String name, int humps) {
        return CHECK.matcher(name).matches()
                || ENDING.matcher(name).matches()
                || PathId.slug(name).split("-").length >= humps;
    }

    private static Optional<String> bare(String words) {
        if (words.length() > LONGEST) {
            return Optional.empty();
        }
        var bare = LABEL.matcher(words.replace("`", "").replace("*", "").strip())
                .replaceFirst("")
                .replaceFirst("(?i)\\s+(?:alert|runbook)$", "");
        return bare.isEmpty() || bare.contains(" ") ? Optional.empty() : Optional.of(bare);
    }

    private static boolean isName(String word) {
        if (CHECK.matcher(word).matches()) {
            return true;
        }
        if (HYPHENS.matcher(word).matches() || Character.isLowerCase(word.charAt(0))) {
            return ENDING.matcher(word).matches() && PathId.slug(word).contains("-");
        }
        return word.chars().anyMatch(Character::isLowerCase)
                && HUMPS.matcher(word).matches()
                && PathId.slug(word).contains("-")
                && !PRODUCTS.contains(word.toLowerCase(Locale.ROOT));
    }

    private AlertNames() {}
}
