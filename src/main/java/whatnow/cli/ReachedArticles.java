package whatnow.cli;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import whatnow.knowledge.ArticleId;

/** Which articles a search or a decision ever showed, as far as a server says. */
sealed interface ReachedArticles {

    record Known(Set<ArticleId> articles) implements ReachedArticles {}

    /** @param why in a sentence */
    record Unknown(String why) implements ReachedArticles {}

    static ReachedArticles saidBy(Server server) {
        try {
            var uses = JsonMapper.shared().readTree(server.get("/api/v1/kb/use", true));
            return uses.isArray() ? new Known(reached(uses)) : strange(server);
        } catch (JacksonException _) {
            return strange(server);
        } catch (Server.Away | IllegalStateException refused) {
            return new Unknown(String.valueOf(refused.getMessage()));
        }
    }

    private static Set<ArticleId> reached(JsonNode uses) {
        var reached = new HashSet<ArticleId>();
        for (var use : uses) {
            var slug = use.path("article").asString("");
            var times = use.path("searches").asLong(0) + use.path("decisions").asLong(0);
            if (ArticleId.isSlug(slug) && times > 0) {
                reached.add(new ArticleId(slug));
            }
        }
        return Set.copyOf(reached);
    }

    private static Unknown strange(Server server) {
        return new Unknown("%s answered something else than a list of uses. Is it a Whatnow of this version?"
                .formatted(server.address()));
    }
}
