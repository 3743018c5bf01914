package io.parcours.ui.frame;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import io.parcours.security.ParcoursUser;
import io.parcours.security.Role;
import io.parcours.ui.component.EmptyState;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The address without a path: leads each person to their workplace. */
@Route(value = "", layout = MainLayout.class)
@PermitAll
class HomeView extends Page implements BeforeEnterObserver {

    HomeView() {
        super("home.title");
        add(new EmptyState("briefcase", t("home.empty"), t("home.empty.next")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        workplace().ifPresent(event::forwardTo);
    }

    /** Somebody with several roles begins where the most is asked of them: the roles are ordered so. */
    private static Optional<Class<? extends Component>> workplace() {
        List<Class<? extends Component>> views = MenuConfiguration.getMenuEntries().stream()
                .map(MenuEntry::menuClass)
                .filter(view -> view != null)
                .<Class<? extends Component>>map(view -> view)
                .toList();
        List<Role> roles = ParcoursUser.current().map(ParcoursUser::roles).orElse(java.util.Set.of()).stream()
                .sorted()
                .toList();
        for (Role role : roles) {
            Optional<Class<? extends Component>> home =
                    views.stream().filter(view -> isHomeOf(view, role)).findFirst();
            if (home.isPresent()) {
                return home;
            }
        }
        return views.stream().findFirst();
    }

    private static boolean isHomeOf(Class<?> view, Role role) {
        HomeOf home = view.getAnnotation(HomeOf.class);
        return home != null && Arrays.asList(home.value()).contains(role);
    }
}
