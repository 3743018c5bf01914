package io.parcours.security;

import static org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy.SAME_ORIGIN;

import com.vaadin.flow.spring.security.VaadinAwareSecurityContextHolderStrategyConfiguration;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import java.util.stream.Stream;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.session.HttpSessionEventPublisher;

/** Who may reach what. Denied by default: a view names its roles, anything else on the server needs a rule of its own. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableMethodSecurity(jsr250Enabled = true)
@Import(VaadinAwareSecurityContextHolderStrategyConfiguration.class)
class SecurityConfiguration {

    /** Flow's client evaluates what the server sends it and writes style elements: the two "unsafe" words are its price. */
    private static final String CONTENT = "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:;"
            + " connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private static final String[] CASE_WORKERS = Stream.of(
                    Role.AGENT_N1, Role.AGENT_N2, Role.BACK_OFFICE, Role.SUPERVISOR)
            .map(Role::authority)
            .toArray(String[]::new);

    @Bean
    @Order(2)
    SecurityFilterChain screens(HttpSecurity http, Login login, SessionRegistry sessions) throws Exception {
        // A manager of its own: with a parent to ask again, each wrong password would count twice.
        return http.authenticationManager(new ProviderManager(login))
                .with(VaadinSecurityConfigurer.vaadin(), vaadin -> vaadin.loginView("/login")
                        .anyRequest(url -> url.access(new PagesOnly())))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/icons/parcours.svg")
                        .permitAll()
                        // By the whole path, and whoever may open a case.
                        .requestMatchers(
                                PathPatternRequestMatcher.withDefaults().matcher("/files/**"))
                        .hasAnyAuthority(CASE_WORKERS))
                .headers(SecurityConfiguration::headers)
                .sessionManagement(session -> session.sessionFixation(fixation -> fixation.changeSessionId())
                        .maximumSessions(-1)
                        .sessionRegistry(sessions)
                        .expiredSessionStrategy(new SignInAgain()))
                .rememberMe(remember -> remember.disable())
                .httpBasic(basic -> basic.disable())
                .addFilterAfter(new TenantFilter(), AuthorizationFilter.class)
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .contentSecurityPolicy(content -> content.policyDirectives(CONTENT))
                .referrerPolicy(referrer -> referrer.policy(SAME_ORIGIN))
                .permissionsPolicyHeader(
                        permissions -> permissions.policy("camera=(), microphone=(), geolocation=(), payment=()"))
                .contentTypeOptions(Customizer.withDefaults());
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return Passwords.encoder();
    }

    @Bean
    SessionRegistry sessionRegistry() {
        return new SessionRegistryImpl();
    }

    @Bean
    ServletListenerRegistrationBean<HttpSessionEventPublisher> sessionEvents() {
        return new ServletListenerRegistrationBean<>(new HttpSessionEventPublisher());
    }
}
