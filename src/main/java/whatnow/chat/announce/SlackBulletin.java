package whatnow.chat.announce;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import whatnow.chat.Rendering;
import whatnow.chat.Reply;

class SlackBulletin implements Rendering {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public String kind() {
        return "slack";
    }

    @Override
    public String payload(Reply reply) {
        var payload = JSON.createObjectNode();
        var blocks = payload.putArray("blocks");
        reply.rows().forEach(it -> blocks.addObject().put("type", "section").set("text", plain(it.text())));
        var buttons = JSON.createArrayNode();
        reply.buttons().forEach(it -> {
            var button = buttons.addObject().put("type", "button").put("value", it.line());
            button.put("action_id", "say-" + buttons.size()).set("text", plain(it.label()));
        });
        blocks.addObject().put("type", "actions").set("elements", buttons);
        return payload.toString();
    }

    private static ObjectNode plain(String text) {
        return JSON.createObjectNode()
                .put("type", "plain_text")
                .put("text", text)
                .put("emoji", false);
    }
}
