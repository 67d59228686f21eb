package whatnow.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Finds templates by name. A page is rendered as a whole before its first byte leaves, so a failure is never half a page. */
class JteViews implements ViewResolver, Ordered {

    private static final String SUFFIX = ".jte";

    private final TemplateEngine engine;
    private final int order;

    JteViews(TemplateEngine engine, int order) {
        this.engine = engine;
        this.order = order;
    }

    @Override
    public int getOrder() {
        return order;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        return engine.hasTemplate(name + SUFFIX) ? view(name + SUFFIX) : null;
    }

    private View view(String template) {
        return (model, request, response) -> {
            var output = new StringOutput();
            Map<String, Object> values = model == null ? Map.of() : new HashMap<>(model);
            engine.render(template, values, output);
            var page = output.toString().getBytes(StandardCharsets.UTF_8);
            response.setContentType("text/html;charset=UTF-8");
            response.setContentLength(page.length);
            response.getOutputStream().write(page);
        };
    }
}
