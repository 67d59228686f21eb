package whatnow.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Wires the templates. They were compiled with the product, so a mistake in one breaks the build and not a night. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    @Bean
    JteViews pages() {
        var loader = WebConfiguration.class.getClassLoader();
        return new JteViews(
                TemplateEngine.createPrecompiled(null, ContentType.Html, loader), Ordered.HIGHEST_PRECEDENCE);
    }

    @Bean
    Assets assets() {
        return Assets.shipped();
    }
}
