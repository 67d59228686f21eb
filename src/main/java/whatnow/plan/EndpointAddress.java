package whatnow.plan;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Where an endpoint is. Names and passwords have no place in it: a plan is read by many.
 *
 * @param host a name, or the digits of an address without brackets
 * @param path as it is asked for, with its query; empty text for TCP
 */
public record EndpointAddress(boolean http, boolean secure, String host, int port, String path) {

    private static final String HOST = "([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])";
    private static final Pattern HTTP =
            Pattern.compile("(https?)://" + HOST + "(?::(\\d{1,5}))?(/[\\x21-\\x7E&&[^#]]{0,500})?");
    private static final Pattern TCP = Pattern.compile(HOST + ":(\\d{1,5})");
    private static final int LAST_PORT = 65_535;

    /** @param kind {@code http} or {@code tcp} */
    public static Optional<EndpointAddress> of(String kind, String written) {
        return (kind.equals("http") ? http(written) : tcp(written))
                .filter(it -> it.port() >= 1 && it.port() <= LAST_PORT);
    }

    private static Optional<EndpointAddress> http(String written) {
        return HTTP.matcher(written)
                .results()
                .findFirst()
                .filter(it -> isAll(it, written))
                .map(it -> {
                    var secure = it.group(1).equals("https");
                    var port = it.group(3) == null ? (secure ? 443 : 80) : Integer.parseInt(it.group(3));
                    return new EndpointAddress(
                            true, secure, bare(it.group(2)), port, it.group(4) == null ? "/" : it.group(4));
                });
    }

    private static Optional<EndpointAddress> tcp(String written) {
        return TCP.matcher(written)
                .results()
                .findFirst()
                .filter(it -> isAll(it, written))
                .map(it -> new EndpointAddress(false, false, bare(it.group(1)), Integer.parseInt(it.group(2)), ""));
    }

    private static boolean isAll(MatchResult found, String written) {
        return found.start() == 0 && found.end() == written.length();
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
