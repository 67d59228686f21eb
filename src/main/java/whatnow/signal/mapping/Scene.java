package whatnow.signal.mapping;

import tools.jackson.databind.JsonNode;

/**
 * What paths look at.
 *
 * @param body all of it, which a path calls {@code $}
 * @param alert the one that is read, which a path calls {@code @}
 */
record Scene(JsonNode body, JsonNode alert) {

    static Scene of(JsonNode body) {
        return new Scene(body, body);
    }
}
