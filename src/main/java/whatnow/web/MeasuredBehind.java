package whatnow.web;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ServerHttpObservationFilter;

/**
 * Puts the measuring of each request behind the doors that take alerts in a storm, where it would cost a fifth of what they
 * cost. Everything else is measured as before; what the doors took is counted by themselves.
 */
@Component
class MeasuredBehind implements BeanPostProcessor {

    /** Before the filters of security, which begin at -100. */
    private static final int BEHIND = -1_000;

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof FilterRegistrationBean<?> it && it.getFilter() instanceof ServerHttpObservationFilter) {
            it.setOrder(BEHIND);
        }
        return bean;
    }
}
