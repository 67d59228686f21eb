package whatnow.web.lane;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import whatnow.database.pool.Pool;

/** The lines of {@code lanes.txt}. The most specific one wins, whatever their order. */
final class LaneTable {

    record Line(String method, PathPattern path, Pool lane) {

        private boolean matches(String asked, PathContainer way) {
            return method.equals(asked.equals("HEAD") ? "GET" : asked) && path.matches(way);
        }
    }

    private final List<Line> lines;

    private LaneTable(List<Line> lines) {
        this.lines = lines;
    }

    static LaneTable shipped() {
        try {
            return parse(new ClassPathResource("lanes.txt").getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException missing) {
            throw new UncheckedIOException("The table of lanes (lanes.txt) cannot be read.", missing);
        }
    }

    static LaneTable parse(String text) {
        return new LaneTable(text.lines()
                .map(String::strip)
                .filter(it -> !it.isEmpty() && !it.startsWith("#"))
                .map(LaneTable::line)
                .toList());
    }

    Pool of(String method, String path) {
        var way = PathContainer.parsePath(path);
        return lines.stream()
                .filter(it -> it.matches(method, way))
                .min((one, other) -> PathPattern.SPECIFICITY_COMPARATOR.compare(one.path(), other.path()))
                .map(Line::lane)
                .orElse(Pool.PEOPLE);
    }

    List<Line> all() {
        return lines;
    }

    private static Line line(String line) {
        var words = line.split("\\s+");
        if (words.length != 3) {
            throw new IllegalArgumentException(
                    "The lane (%s) has %d words, expected three: method, path, lane.".formatted(line, words.length));
        }
        return new Line(words[0], PathPatternParser.defaultInstance.parse(words[1]), lane(words[2], line));
    }

    private static Pool lane(String key, String line) {
        return Arrays.stream(Pool.values())
                .filter(it -> it.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The line (%s) names a lane (%s) that does not exist.".formatted(line, key)));
    }
}
