package whatnow.message.slack;

import tools.jackson.databind.JsonNode;

/** By which Slack knows a message. */
record SlackMessage(String channel, String timestamp) {

    /** As {@link #written} made it. */
    static SlackMessage read(String posted) {
        var cut = posted.indexOf('/');
        return new SlackMessage(posted.substring(0, cut), posted.substring(cut + 1));
    }

    /** @param otherwise the channel, where the answer does not say it */
    static String written(JsonNode said, String otherwise) {
        return said.path("channel").asString(otherwise) + "/" + said.path("ts").asString("");
    }
}
