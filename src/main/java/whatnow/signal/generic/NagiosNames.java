package whatnow.signal.generic;

import static whatnow.signal.sender.Fields.first;
import static whatnow.signal.sender.Fields.text;

import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Nagios' and Icinga's own names of what a notification says, as their macros and their environment write them. */
final class NagiosNames {

    private static final Pattern BEFORE = Pattern.compile("^(NAGIOS|ICINGA)_");

    /** The same with our names beside; untouched if it is no notification. What has our names already keeps them. */
    static JsonNode translated(JsonNode said) {
        if (!said.has("NOTIFICATIONTYPE")
                && !said.has("NAGIOS_NOTIFICATIONTYPE")
                && !said.has("ICINGA_NOTIFICATIONTYPE")) {
            return said;
        }
        var all = JsonNodeFactory.instance.objectNode();
        said.properties().forEach(it -> all.set(BEFORE.matcher(it.getKey()).replaceFirst(""), it.getValue()));
        var host = text(all, "/HOSTNAME");
        var check = text(all, "/SERVICEDESC");
        put(all, "name", check.isEmpty() ? Optional.of("Host down") : Optional.of(check));
        put(all, "host", Optional.of(host));
        put(all, "status", state(all));
        put(all, "summary", first(all, "/SERVICEOUTPUT", "/HOSTOUTPUT"));
        put(all, "description", first(all, "/LONGSERVICEOUTPUT", "/LONGHOSTOUTPUT", "/NOTIFICATIONCOMMENT"));
        put(all, "dedup", Optional.of("nagios %s/%s".formatted(host, check)));
        return all;
    }

    /** Of the check, else of its host; a recovery is one whatever the state is called. */
    private static Optional<String> state(JsonNode all) {
        return text(all, "/NOTIFICATIONTYPE").equals("RECOVERY")
                ? Optional.of("RECOVERY")
                : first(all, "/SERVICESTATE", "/HOSTSTATE");
    }

    private static void put(tools.jackson.databind.node.ObjectNode all, String name, Optional<String> value) {
        value.filter(it -> !it.isBlank() && text(all, "/" + name).isEmpty()).ifPresent(it -> all.put(name, it));
    }

    private NagiosNames() {}
}
