package whatnow.message.mattermost;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MattermostSettings.class)
class MattermostSending {

    @Bean
    MattermostChannel mattermostChannel(MattermostSettings settings) {
        return new MattermostChannel(settings);
    }
}
