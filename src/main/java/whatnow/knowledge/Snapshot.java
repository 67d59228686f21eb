package whatnow.knowledge;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import whatnow.knowledge.Library.Problem;
import whatnow.knowledge.markdown.ArticleReader;
import whatnow.knowledge.markdown.Reading;
import whatnow.knowledge.markdown.Remark;

/**
 * The library as it stood at one moment. Readers hold one snapshot and never see half a change.
 *
 * @param stamps what lay on the shelf; equal stamps need no new snapshot
 * @param shelved the last article read well, by path; it outlives a broken file, not a deleted one
 * @param files what lay beside the articles
 */
record Snapshot(
        SortedMap<String, String> stamps,
        Map<String, Shelved> shelved,
        SortedMap<ArticleId, Article> articles,
        List<Problem> problems,
        SortedSet<String> files,
        Places places,
        CrossReferences references) {

    /** @param stamp of the file that this was read from */
    record Shelved(String stamp, Article article, List<Problem> problems) {}

    static final Snapshot EMPTY = with(new TreeMap<>(), Map.of(), new TreeMap<>(), List.of(), new TreeSet<>());

    private static Snapshot with(
            SortedMap<String, String> stamps,
            Map<String, Shelved> shelved,
            SortedMap<ArticleId, Article> articles,
            List<Problem> problems,
            SortedSet<String> files) {
        var places = new Places(articles.values(), files);
        var references = new CrossReferences(articles.values(), places);
        return new Snapshot(stamps, shelved, articles, problems, files, places, references);
    }

    static Snapshot of(Shelf shelf, SortedMap<String, String> stamps, Snapshot before) {
        var making = new Making(shelf, before);
        stamps.forEach(making::add);
        return making.snapshot(stamps);
    }

    private static final class Making {

        private final Shelf shelf;
        private final Snapshot before;
        private final Map<String, Shelved> shelved = new HashMap<>();
        private final SortedMap<ArticleId, Article> articles = new TreeMap<>();
        private final List<Problem> problems = new ArrayList<>();

        Making(Shelf shelf, Snapshot before) {
            this.shelf = shelf;
            this.before = before;
        }

        void add(String path, String stamp) {
            var known = before.shelved().get(path);
            if (known != null && known.stamp().equals(stamp)) {
                keep(path, known);
                return;
            }
            try {
                switch (ArticleReader.read(path, shelf.read(path))) {
                    case Reading.Read(var article, var remarks) ->
                        keep(path, new Shelved(stamp, article, problems(path, remarks)));
                    case Reading.Broken(var reason) -> keepLastGood(path, reason);
                }
            } catch (IOException unreadable) {
                keepLastGood(path, new Remark(1, "The file cannot be read.", "a file this process may read"));
            }
        }

        private void keep(String path, Shelved it) {
            shelved.put(path, it);
            problems.addAll(it.problems());
            var first = articles.putIfAbsent(it.article().id(), it.article());
            if (first != null) {
                problems.add(new Problem(
                        path,
                        2,
                        "The id (%s) belongs to %s already; this file is left out.".formatted(first.id(), first.path()),
                        "an id of its own"));
            }
        }

        private void keepLastGood(String path, Remark reason) {
            var known = before.shelved().get(path);
            if (known == null) {
                problems.add(problem(path, reason));
                return;
            }
            problems.add(new Problem(
                    path, reason.line(), reason.what() + " The last good version is shown.", reason.expected()));
            keep(path, new Shelved("broken since", known.article(), List.of()));
        }

        Snapshot snapshot(SortedMap<String, String> stamps) {
            return with(stamps, Map.copyOf(shelved), articles, List.copyOf(problems), shelf.files());
        }

        private static List<Problem> problems(String path, List<Remark> remarks) {
            return remarks.stream().map(it -> problem(path, it)).toList();
        }

        private static Problem problem(String path, Remark remark) {
            return new Problem(path, remark.line(), remark.what(), remark.expected());
        }
    }
}
