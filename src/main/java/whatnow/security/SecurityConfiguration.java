package whatnow.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;
import whatnow.time.Now;

/** Closes every door, then opens those of the route table. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final int KEY_BYTES = 32;
    private static final long A_YEAR = 365L * 24 * 60 * 60;
    private static final String CONTENT = String.join(
            "; ",
            "default-src 'self'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'");

    /**
     * Every request brings its credential anew, which the framework takes for a sign-in: with a new token each time, a form
     * in another tab would be too old within seconds. {@link Sessions} makes a new one at each real sign-in.
     */
    private static final SessionAuthenticationStrategy KEEP_THE_FORM = (_, _, _) -> {};

    /** Except the one page that is made to stand in ours; it says so itself, and that nobody else may frame it. */
    private static final HeaderWriter NEVER_IN_A_FRAME = new DelegatingRequestMatcherHeaderWriter(
            request -> !request.getRequestURI().equals("/diagram"),
            new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY));

    @Bean
    Keyring keyring(Tokens tokens, Now now) {
        return new Keyring(tokens, now);
    }

    @Bean
    Door door(Keyring keyring, Now now) {
        return new Door(keyring, new Attempts(now));
    }

    @Bean
    Sessions sessions(Keyring keyring, Now now, Environment environment) throws IOException {
        return new Sessions(key(credentials(environment).resolve("session.key")), keyring, now);
    }

    @Bean
    FirstStart firstStart(Keyring keyring, Environment environment) {
        return new FirstStart(
                keyring, credentials(environment), environment.getProperty("whatnow.bootstrap-token", ""));
    }

    /** Measuring each of its filters in each request costs more than all of them; requests are measured as a whole. */
    @Bean
    SecurityObservationSettings unmeasured() {
        return SecurityObservationSettings.noObservations();
    }

    /** Names and passwords are no way in; with this bean the framework makes up none. */
    @Bean
    AuthenticationManager nobodyByPassword() {
        return _ -> {
            throw new BadCredentialsException("Come with a token or a login link.");
        };
    }

    @Bean
    SecurityFilterChain doors(HttpSecurity http, Door door, Sessions sessions) {
        var routes = RouteTable.shipped();
        var refusals = new Refusals(routes);
        return http.sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(it -> it.disable())
                .logout(it -> it.disable())
                .csrf(it -> it.csrfTokenRepository(forms())
                        .sessionAuthenticationStrategy(KEEP_THE_FORM)
                        .requireCsrfProtectionMatcher(at -> needsForm(at, sessions)))
                .headers(it -> it.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .frameOptions(frame -> frame.disable())
                        .addHeaderWriter(NEVER_IN_A_FRAME)
                        .httpStrictTransportSecurity(hsts -> hsts.maxAgeInSeconds(A_YEAR)))
                .authorizeHttpRequests(it -> it.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .anyRequest()
                        .access(by(routes)))
                .exceptionHandling(it -> it.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .addFilterBefore(new ForeignSites(refusals), CsrfFilter.class)
                .addFilterBefore(new CredentialFilter(door, sessions, refusals), AnonymousAuthenticationFilter.class)
                .build();
    }

    static AuthorizationManager<RequestAuthorizationContext> by(RouteTable routes) {
        return (authentication, context) -> {
            var request = context.getRequest();
            var admitted = routes.find(request.getMethod(), request.getRequestURI())
                    .filter(it -> it.anyone()
                            || authentication.get().getPrincipal() instanceof Person person && it.admits(person.role()))
                    .isPresent();
            return new AuthorizationDecision(admitted);
        };
    }

    private static CookieCsrfTokenRepository forms() {
        var repository = new CookieCsrfTokenRepository();
        repository.setCookieName(Sessions.FORM);
        repository.setCookieCustomizer(it -> it.sameSite("Lax"));
        return repository;
    }

    /** A program that comes with a token and without our cookie is not a browser that somebody else steers. */
    private static boolean needsForm(HttpServletRequest request, Sessions sessions) {
        if (SignedDoors.isOne(request)) {
            return false;
        }
        return switch (request.getMethod()) {
            case "GET", "HEAD", "OPTIONS", "TRACE" -> false;
            default ->
                sessions.isCarriedBy(request)
                        || CredentialFilter.bearer(request).isEmpty() && !isForPrograms(request.getRequestURI());
        };
    }

    /** Ours, and those that others have and their clients speak. */
    static boolean isForPrograms(String path) {
        return path.startsWith("/api/") || path.startsWith("/v2/");
    }

    private static Path credentials(Environment environment) {
        return Path.of(environment.getProperty("whatnow.data", "data")).resolve("credentials");
    }

    private static byte[] key(Path file) throws IOException {
        if (!Files.exists(file)) {
            PrivateFile.write(file, Secret.bytes(KEY_BYTES));
        }
        return Files.readAllBytes(file);
    }
}
