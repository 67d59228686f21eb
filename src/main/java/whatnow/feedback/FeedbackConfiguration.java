package whatnow.feedback;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;
import whatnow.database.pool.Pool;
import whatnow.incident.Restriction;
import whatnow.incident.Restrictions;
import whatnow.time.Now;

@Configuration(proxyBeanMethods = false)
class FeedbackConfiguration {

    /** What was said in an incident that only named people see ranks nothing for anybody. */
    @Bean
    KnownHelpfulness helpfulness(PostgresArticleUses uses, Restrictions restrictions) {
        return new KnownHelpfulness(() -> uses.votes(
                restrictions.inForce().stream().map(Restriction::incident).toList()));
    }

    @Bean
    CountedSearches countedSearches(PostgresArticleUses uses, Now now) {
        return new CountedSearches(it -> uses.reach(it, now.instant()));
    }

    @Bean
    FeedbackTimer feedbackTimer(KnownHelpfulness helpfulness, CountedSearches searches) {
        return new FeedbackTimer(helpfulness, searches);
    }

    record FeedbackTimer(KnownHelpfulness helpfulness, CountedSearches searches) {

        @Scheduled(
                fixedDelayString = "${whatnow.feedback.every:PT10S}",
                initialDelayString = "${whatnow.feedback.every:PT10S}")
        void look() {
            Pool.WORK.run(() -> {
                helpfulness.refresh();
                searches.flush();
            });
        }
    }
}
