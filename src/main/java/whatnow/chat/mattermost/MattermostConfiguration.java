package whatnow.chat.mattermost;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MattermostSettings.class)
class MattermostConfiguration {}
