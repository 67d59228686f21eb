package whatnow.chat.verb;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import whatnow.chat.Usage;
import whatnow.chat.Verb;

@Configuration(proxyBeanMethods = false)
class LaterVerbs {

    @Bean
    Verb strategyVerb() {
        return later(
                "strategy",
                "now shows what is proposed, why not and a strategy what would change it; a commander overrules it on the page, under More.");
    }

    @Bean
    Verb pageVerb() {
        return later("page", "who gives the numbers to call. Nothing here rings a telephone.");
    }

    @Bean
    Verb assignVerb() {
        return later("assign", "Say for example: fact assignment role=scribe person=anna");
    }

    @Bean
    Verb updateVerb() {
        return later(
                "update",
                "now says which message is owed to whom; its draft is linked there, and a named person sends it.");
    }

    @Bean
    Verb drillVerb() {
        return later("drill", "Drills are not started from here.");
    }

    @Bean
    Verb taskVerb() {
        return new LaterVerb(Usage.looks(
                        "task",
                        "task",
                        "runbook shows the steps, done ticks one, timeline and a text notes what else is to be done.")
                .alias("tasks", "todo"));
    }

    @Bean
    Verb postmortemVerb() {
        return new LaterVerb(Usage.looks(
                        "postmortem",
                        "postmortem",
                        "timeline has what happened; the template for a post-mortem is found with: search post-mortem template")
                .alias("pm", "review"));
    }

    private static Verb later(String name, String instead) {
        return new LaterVerb(Usage.looks(name, name, instead));
    }
}
