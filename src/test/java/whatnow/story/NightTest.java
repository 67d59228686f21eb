package whatnow.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every story relies on. */
class NightTest {

    @Test
    void noTimerOfTheMachineMeddlesWithTheStory() {
        try (var night = Night.under()) {
            assertThat(night.timers()).isNotEmpty().allMatch(Night.NEVER::equals);
        }
    }
}
