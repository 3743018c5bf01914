package io.parcours.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UrlPathHelper;

/** CVE-2026-2742: up to Vaadin 24.9.7 the path {@code /VAADIN} without its slash slips past Spring Security. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class BareVaadinPathFilter extends OncePerRequestFilter {

    private final UrlPathHelper paths = new UrlPathHelper();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (paths.getPathWithinApplication(request).equalsIgnoreCase("/VAADIN")) {
            // Not sendError: its way to the error page would end at the login.
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        chain.doFilter(request, response);
    }
}
