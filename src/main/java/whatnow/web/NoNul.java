package whatnow.web;

import org.springframework.format.FormatterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The character NUL in a form or an address is shown as U+FFFD: no database keeps it, and nobody meant it. Whatever a route takes a
 * text as, optional or not, it is converted here.
 */
@Component
class NoNul implements WebMvcConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, String.class, it -> it.replace('\0', '\uFFFD'));
    }
}
