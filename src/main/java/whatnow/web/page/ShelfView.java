package whatnow.web.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.springframework.web.util.UriComponentsBuilder;
import whatnow.knowledge.Article;
import whatnow.knowledge.Choice;
import whatnow.knowledge.Facet;

/**
 * One page of the shelf.
 *
 * @param found all articles that were asked for, of which this page shows some
 * @param counts of the values that those have
 * @param page from 1
 */
public record ShelfView(Choice choice, List<Article> found, Map<Facet, List<Choice.Count>> counts, int page) {

    static final int PER_PAGE = 100;
    private static final int MOST_VALUES = 30;

    static ShelfView of(Choice choice, List<Article> found, String page) {
        var asked = page.matches("\\d{1,6}") ? Integer.parseInt(page) : 1;
        var counts = new EnumMap<Facet, List<Choice.Count>>(Facet.class);
        for (var facet : Facet.values()) {
            counts.put(facet, Choice.counts(facet, found));
        }
        return new ShelfView(choice, found, counts, Math.clamp(asked, 1, pages(found)));
    }

    public int pages() {
        return pages(found);
    }

    private static int pages(List<Article> found) {
        return Math.max(1, Math.ceilDiv(found.size(), PER_PAGE));
    }

    /** Of this page, under the headings of their categories. */
    public SequencedMap<String, List<Article>> groups() {
        var groups = new LinkedHashMap<String, List<Article>>();
        found.stream()
                .skip((page - 1L) * PER_PAGE)
                .limit(PER_PAGE)
                .forEach(it -> groups.computeIfAbsent(Choice.heading(it), _ -> new ArrayList<>())
                        .add(it));
        return groups;
    }

    /** What else they could be narrowed down by: facets that would leave some of them out. */
    public List<Facet> facets() {
        return Arrays.stream(Facet.values())
                .filter(it -> !choice.isWanted(it) || it == Facet.FOLDER)
                .filter(it -> counts(it).stream().anyMatch(count -> count.articles() < found.size()))
                .toList();
    }

    public int values(Facet facet) {
        return counts(facet).size();
    }

    public List<Choice.Count> shown(Facet facet) {
        return counts(facet).stream().limit(MOST_VALUES).toList();
    }

    private List<Choice.Count> counts(Facet facet) {
        return counts.getOrDefault(facet, List.of());
    }

    public String narrowed(Facet facet, String value) {
        return address(choice.with(facet, value).wanted(), 1);
    }

    public String widened(Facet facet) {
        return address(choice.without(facet).wanted(), 1);
    }

    public String turned(int to) {
        return address(choice.wanted(), to);
    }

    /** The shelf of all articles that have this value. */
    public static String all(Facet facet, String value) {
        return address(Map.of(facet, value), 1);
    }

    private static String address(Map<Facet, String> wanted, int page) {
        var address = UriComponentsBuilder.fromPath("/kb");
        wanted.forEach((facet, value) -> address.queryParam(facet.key(), "{" + facet.key() + "}"));
        if (page > 1) {
            address.queryParam("page", page);
        }
        var values = new LinkedHashMap<String, Object>();
        wanted.forEach((facet, value) -> values.put(facet.key(), value));
        return address.encode().buildAndExpand(values).toUriString();
    }
}
