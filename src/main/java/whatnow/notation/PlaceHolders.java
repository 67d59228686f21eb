package whatnow.notation;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The places in commands, such as {@code {region}}, that a plan or what is known of an incident fills. */
public final class PlaceHolders {

    /** There are no others: a command with one of another name is never filled. */
    public static final Set<String> KNOWN = Set.of(
            "region",
            "target_region",
            "account",
            "cluster",
            "service",
            "database",
            "replica",
            "new_database",
            "hosted_zone",
            "record",
            "health_check",
            "load_balancer",
            "target_group",
            "zone",
            "bucket",
            "backup_vault",
            "stack",
            "compose_file",
            "queue",
            "restore_time",
            "incident",
            "host",
            "snapshot",
            "endpoint",
            "port",
            "desired_count",
            "version",
            "distribution",
            "role_arn");

    /** A dollar sign before it makes it a variable of the shell. */
    private static final Pattern WRITTEN = Pattern.compile("(?<!\\$)\\{([A-Za-z][A-Za-z0-9_-]*)}");

    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9._:/-]{1,128}");

    /** The names of all that stand in a command, known or not. */
    public static Stream<String> in(String command) {
        return WRITTEN.matcher(command).results().map(it -> it.group(1));
    }

    /** Whether a value is made of characters that do no harm in a shell. */
    public static boolean mayHold(String value) {
        return VALUE.matcher(value).matches();
    }

    private PlaceHolders() {}
}
