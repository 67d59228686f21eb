package whatnow.message.slack;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SlackSettings.class)
class SlackSending {

    @Bean
    SlackChannel slackChannel(SlackSettings settings) {
        return new SlackChannel(settings);
    }
}
