package io.parcours.security;

import com.vaadin.flow.server.HandlerHelper;
import com.vaadin.flow.server.VaadinService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.security.web.session.SessionInformationExpiredEvent;
import org.springframework.security.web.session.SessionInformationExpiredStrategy;

/**
 * What follows for a browser whose session was ended from here. Flow's client is told in its own tongue: to it, a redirection
 * would be a broken answer.
 */
class SignInAgain implements SessionInformationExpiredStrategy {

    @Override
    public void onExpiredSessionDetected(SessionInformationExpiredEvent expired) throws IOException {
        HttpServletRequest request = expired.getRequest();
        HttpServletResponse response = expired.getResponse();
        request.getSession().invalidate();
        if (HandlerHelper.isFrameworkInternalRequest("/*", request)) {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.getWriter().write(VaadinService.createSessionExpiredJSON(false));
        } else {
            response.sendRedirect(request.getContextPath() + "/login");
        }
    }
}
