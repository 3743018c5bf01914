package io.parcours.ui;

import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.spring.MockSpringServlet;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import io.parcours.security.DemoUser;
import io.parcours.security.ParcoursUser;
import io.parcours.tenant.TenantContext;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.util.ClassUtils;

/** Opens the application in a browser that is not there, as the person named and within their operator. */
public class BrowserlessScreen implements InvocationInterceptor {

    private static final Routes ROUTES = new Routes(
            found(new AnnotationTypeFilter(Route.class)),
            found(new AssignableTypeFilter(HasErrorParameter.class)),
            true);

    @Override
    public void interceptTestMethod(
            Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        open(test, method, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        open(test, method, context);
    }

    private static void open(
            Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        // The holder is one for the whole process, and the last application context made has taken it over.
        SecurityContextHolder.setContextHolderStrategy(
                SpringExtension.getApplicationContext(context).getBean(SecurityContextHolderStrategy.class));
        Optional<DemoUser> person = person(method, context);
        person.ifPresent(BrowserlessScreen::signIn);
        try {
            if (person.isPresent()) {
                TenantContext.run(person.get().tenant(), () -> play(test, context));
            } else {
                play(test, context);
            }
        } catch (Failed failed) {
            throw failed.getCause();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** Whom the test is given, else whom its annotation names. */
    private static Optional<DemoUser> person(ReflectiveInvocationContext<Method> method, ExtensionContext context) {
        return method.getArguments().stream()
                .filter(DemoUser.class::isInstance)
                .map(DemoUser.class::cast)
                .findFirst()
                .or(() -> AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), SignedIn.class)
                        .or(() -> AnnotationSupport.findAnnotation(context.getRequiredTestClass(), SignedIn.class))
                        .map(SignedIn::value));
    }

    private static void signIn(DemoUser person) {
        ParcoursUser user = new ParcoursUser(
                person.tenant(), person.username(), person.displayName(), Set.of(person.role()), "fr", false);
        var authentication = UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities());
        SecurityContextHolder.getContext().setAuthentication(authentication);
    }

    private static void play(Invocation<Void> test, ExtensionContext context) {
        ApplicationContext application = SpringExtension.getApplicationContext(context);
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.FRENCH);
        MockVaadin.setup(UI::new, new MockSpringServlet(ROUTES, application, UI::new));
        ParcoursUser.current().ifPresent(BrowserlessScreen::tellRequest);
        try {
            test.proceed();
        } catch (Throwable thrown) {
            throw new Failed(thrown);
        } finally {
            MockVaadin.tearDown();
            Locale.setDefault(before);
        }
    }

    /** The gate before each view asks the request, which the filters have prepared in a real one. */
    private static void tellRequest(ParcoursUser user) {
        var request = (FakeRequest) ((VaadinServletRequest) VaadinRequest.getCurrent()).getRequest();
        request.setUserPrincipalInt(SecurityContextHolder.getContext().getAuthentication());
        request.setUserInRole((principal, role) ->
                user.roles().stream().anyMatch(each -> each.name().equals(role)));
    }

    /** Views are package-private, which Karibu's own search passes over. */
    @SuppressWarnings("unchecked")
    private static <T> Set<Class<? extends T>> found(TypeFilter filter) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(filter);
        return scanner.findCandidateComponents("io.parcours.ui").stream()
                .map(found -> (Class<? extends T>) ClassUtils.resolveClassName(found.getBeanClassName(), null))
                .filter(view -> Optional.ofNullable(view.getAnnotation(Route.class))
                        .map(Route::registerAtStartup)
                        .orElse(true))
                .collect(Collectors.toSet());
    }

    private static final class Failed extends RuntimeException {
        Failed(Throwable cause) {
            super(cause);
        }
    }
}
