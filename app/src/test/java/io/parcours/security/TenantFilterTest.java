package io.parcours.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.tenant.TenantContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class TenantFilterTest {

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aRequestOfSomebodySignedInRunsWithinTheirOperatorAndLeavesNoTrace() throws Exception {
        signIn("littoral");
        AtomicReference<Optional<String>> seen = new AtomicReference<>();
        filter((request, response) -> seen.set(TenantContext.current()));
        assertThat(seen.get()).hasValue("littoral");
        assertThat(TenantContext.current()).isEmpty();
    }

    @Test
    void aVisitorsRequestHasNoOperator() throws Exception {
        AtomicReference<Optional<String>> seen = new AtomicReference<>();
        filter((request, response) -> seen.set(TenantContext.current()));
        assertThat(seen.get()).isEmpty();
    }

    @Test
    void whatTheApplicationThrowsArrivesUnchanged() {
        signIn("demo");
        assertThatThrownBy(() -> filter((request, response) -> {
                    throw new ServletException("broken");
                }))
                .isInstanceOf(ServletException.class)
                .hasMessage("broken");
        assertThatThrownBy(() -> filter((request, response) -> {
                    throw new IOException("gone");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("gone");
    }

    private static void filter(FilterChain chain) throws ServletException, IOException {
        new TenantFilter().doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), chain);
    }

    private static void signIn(String tenant) {
        ParcoursUser user = new ParcoursUser(tenant, "x", "X", Set.of(Role.AGENT_N1), "fr", false);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
    }
}
