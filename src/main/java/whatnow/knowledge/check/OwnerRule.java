package whatnow.knowledge.check;

import whatnow.knowledge.Finding.Kind;

/** Somebody answers for every article. */
final class OwnerRule implements ArticleRule {

    @Override
    public void check(Subject subject) {
        if (subject.article().frontMatter().owner().isBlank()) {
            subject.find(
                    Kind.NO_OWNER,
                    subject.lineOf("owner"),
                    "Nobody owns the article.",
                    "owner: a team",
                    "name who answers for it");
        }
    }
}
