package io.parcours.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** What programs of others come to: no users and no sessions, and what no servlet of ours serves is not there. */
final class ForProviders {

    private ForProviders() {}

    /**
     * @param folder with a slash at both ends
     * @param asked what else a request must be
     */
    static HttpSecurity below(String folder, HttpSecurity http, Predicate<HttpServletRequest> asked) throws Exception {
        // By the whole path: the usual matcher looks at what a servlet's own mapping leaves of it.
        return http.securityMatcher(PathPatternRequestMatcher.withDefaults().matcher(folder + "**"))
                .authorizeHttpRequests(requests -> requests.anyRequest()
                        .access((who, context) -> new AuthorizationDecision(
                                served(folder, context.getRequest()) && asked.test(context.getRequest()))))
                .exceptionHandling(
                        refusals -> refusals.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.NOT_FOUND)))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable());
    }

    /** Not what falls through to the screens, which answer to every address. */
    private static boolean served(String folder, HttpServletRequest request) {
        return request.getHttpServletMapping().getPattern().startsWith(folder);
    }
}
