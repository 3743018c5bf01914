package io.parcours.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** What connectors serve to their providers by signed addresses: the address is the permission, here are neither users nor sessions. */
@Configuration(proxyBeanMethods = false)
class MediaSecurity {

    @Bean
    @Order(0)
    SecurityFilterChain media(HttpSecurity http) throws Exception {
        // By the whole path: the usual matcher looks at what a servlet's own mapping leaves of it.
        return http.securityMatcher(PathPatternRequestMatcher.withDefaults().matcher("/media/**"))
                .authorizeHttpRequests(requests -> requests.anyRequest()
                        .access((who, context) -> new AuthorizationDecision(served(context.getRequest()))))
                .exceptionHandling(
                        refusals -> refusals.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.NOT_FOUND)))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable())
                // The exchange keeps what it has fetched; the servlet says for how long.
                .headers(headers -> headers.cacheControl(cache -> cache.disable()))
                .build();
    }

    /** Not what falls through to the screens, which answer to every address. */
    private static boolean served(HttpServletRequest request) {
        boolean reads = HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
        return reads && request.getHttpServletMapping().getPattern().startsWith("/media/");
    }
}
