package whatnow.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import whatnow.knowledge.ArticleId;
import whatnow.knowledge.foreign.Foreign;
import whatnow.knowledge.foreign.PathId;
import whatnow.knowledge.foreign.Source;
import whatnow.knowledge.imports.GitCopy;
import whatnow.knowledge.imports.Import;

/** Takes over runbooks that were written for other tools. */
@Command(
        name = "import",
        description = {
            "Takes Markdown of a folder or a git repository over as articles, and again when it has changed.",
            "What somebody changed here is never written over. The token of a private repository is read from WHATNOW_GIT_TOKEN."
        })
class KnowledgeImport implements Callable<Integer> {

    private static final int LONGEST_NAME = 40;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FOLDER|URL", description = "a folder, a bare repository, https:// or file:///")
    String from = "";

    @Option(names = "--name", description = "what the ids begin with (default: the last part of the folder or URL)")
    Optional<String> name = Optional.empty();

    @Option(names = "--into", paramLabel = "DIR", description = "(default: knowledge-base/imported/NAME)")
    Optional<Path> into = Optional.empty();

    @Option(names = "--dry-run", description = "says what would be done and writes nothing")
    boolean dryRun;

    @Option(names = "--json", description = "JSON also on a terminal")
    boolean json;

    @Override
    public Integer call() throws IOException {
        var slug = name.orElseGet(this::lastPart);
        if (!ArticleId.isSlug(slug) || slug.length() > LONGEST_NAME) {
            throw wrong(
                    "The name (%s) is not a slug of at most %d letters. Try --name with small letters and hyphens.",
                    slug, LONGEST_NAME);
        }
        var target = into.orElse(Path.of("knowledge-base", "imported", slug));
        if (GitCopy.isAddress(from) || isBareRepository()) {
            var address = GitCopy.isAddress(from)
                    ? from
                    : Path.of(from).toRealPath().toUri().toString();
            try (var copy = GitCopy.of(address, token())) {
                return run(copy, GitCopy.shown(address), slug, target);
            }
        }
        if (!Files.isDirectory(Path.of(from))) {
            throw wrong(
                    "The folder (%s) does not exist. Try a folder of Markdown, or the address of a git repository.",
                    from);
        }
        return run(Foreign.folder(Path.of(from)), from, slug, target);
    }

    private int run(Source source, String shown, String slug, Path target) throws IOException {
        var report = Import.run(source, new Import.Wish(shown, slug, target, dryRun));
        if (report.foundNothing()) {
            throw wrong(
                    "There is no Markdown in (%s). Looked for .md, .markdown, .mkd, .mdown, .mdx, .qmd and .Rmd in all"
                            + " folders that are not hidden. Try the folder or repository that holds the runbooks.",
                    shown);
        }
        Screen.say(Screen.wantsJson(json) ? JsonMapper.shared().writeValueAsString(report.json()) : report.text());
        return report.isWhole() ? Terminal.OK : Terminal.FAILED;
    }

    /** Not an option: what stands on a command line is seen by all users of the machine. */
    private static String token() {
        return Optional.ofNullable(System.getenv("WHATNOW_GIT_TOKEN")).orElse("");
    }

    private ParameterException wrong(String words, Object... values) {
        return new ParameterException(spec.commandLine(), words.formatted(values));
    }

    private boolean isBareRepository() {
        var folder = Path.of(from);
        return Files.isRegularFile(folder.resolve("HEAD")) && Files.isDirectory(folder.resolve("objects"));
    }

    private String lastPart() {
        var parts = from.replaceFirst("[?#].*$", "")
                .replaceFirst("(?:\\.git)?/*$", "")
                .split("[/\\\\:]");
        var last = parts.length == 0 ? "" : parts[parts.length - 1];
        var path = last.isEmpty() || last.equals(".") || last.equals("..")
                ? Path.of(from).toAbsolutePath().normalize().getFileName()
                : Path.of(last);
        var slug = PathId.slug(path == null ? "" : path.toString());
        return slug.substring(0, Math.min(slug.length(), LONGEST_NAME)).replaceFirst("-+$", "");
    }
}
