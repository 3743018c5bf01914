package io.parcours.security;

import io.parcours.tenant.TenantContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Runs each request of a signed-in person within their operator. A visitor's request has no tenant and sees no rows.
 *
 * <p>Clicks reach it too: push uses the WebSocket only from server to browser, so that all a browser says is a request.
 */
class TenantFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> tenant = ParcoursUser.current().map(ParcoursUser::tenant);
        if (tenant.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        try {
            TenantContext.run(tenant.get(), () -> proceed(request, response, chain));
        } catch (UncheckedIOException carried) {
            throw carried.getCause();
        } catch (CarriedServletException carried) {
            throw carried.cause;
        }
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    private static void proceed(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        try {
            chain.doFilter(request, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new CarriedServletException(e);
        }
    }

    private static final class CarriedServletException extends RuntimeException {
        private final transient ServletException cause;

        CarriedServletException(ServletException cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
