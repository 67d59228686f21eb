package whatnow.web.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Optional;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import whatnow.signal.Body;
import whatnow.signal.Refused;
import whatnow.signal.StrictJson;

/** The API reads JSON as strictly as the doors for machines do, and says in the same words why it does not take one. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(basePackageClasses = JsonBodies.class)
class JsonBodies extends RequestBodyAdviceAdapter {

    /** A body that is JSON; whether it fits the door is found out later. */
    private record Heard(HttpHeaders headers, byte[] bytes, JsonNode json) implements HttpInputMessage {

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(bytes);
        }
    }

    @Override
    public boolean supports(MethodParameter body, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return JacksonJsonHttpMessageConverter.class.isAssignableFrom(converter);
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage said, MethodParameter body, Type type, Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        var bytes = Body.read(said.getBody(), Body.SINGLE);
        return new Heard(said.getHeaders(), bytes, StrictJson.read(bytes));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refused refused) {
        return ResponseEntity.status(refused.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(refused.problem());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> misfit(HttpMessageNotReadableException unread) {
        return refused(
                unread.getCause() instanceof JacksonException misfit
                                && unread.getHttpInputMessage() instanceof Heard heard
                        ? misfit(misfit, heard.json())
                        : Refused.at(0, "The body is missing; expected: JSON. See /v3/api-docs."));
    }

    private static Refused misfit(JacksonException misfit, JsonNode json) {
        var name = new StringBuilder();
        var node = json;
        for (var step : misfit.getPath()) {
            var property = Optional.ofNullable(step.getPropertyName());
            name.append(property.map(it -> name.isEmpty() ? it : "." + it).orElse("[" + step.getIndex() + "]"));
            node = property.map(node::path).orElse(node.path(step.getIndex()));
        }
        return Refused.field(
                name.isEmpty() ? "body" : name.toString(),
                node.isMissingNode() ? "missing" : node.toString(),
                expected(misfit));
    }

    private static String expected(JacksonException misfit) {
        var wanted = misfit instanceof MismatchedInputException it ? it.getTargetType() : null;
        if (wanted == String.class || wanted == Optional.class) {
            return "a text in double quotes";
        }
        if (wanted == boolean.class || wanted == Boolean.class) {
            return "true or false";
        }
        if (wanted != null && Collection.class.isAssignableFrom(wanted)) {
            return "a list in square brackets";
        }
        return "an object with the fields that /v3/api-docs names";
    }
}
