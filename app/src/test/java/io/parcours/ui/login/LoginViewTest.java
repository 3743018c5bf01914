package io.parcours.ui.login;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.router.QueryParameters;
import io.parcours.security.DemoUser;
import io.parcours.ui.ScreenTest;
import io.parcours.ui.SignedIn;
import org.junit.jupiter.api.Test;

@ScreenTest
class LoginViewTest {

    @Test
    void theDemoOffersOnePersonARole() {
        UI.getCurrent().navigate("login");
        assertThat(_find(NativeButton.class, spec -> spec.withClasses("p-demo-card")))
                .hasSize(DemoUser.values().length);
    }

    @Test
    void aRefusedSignInIsTold() {
        UI.getCurrent().navigate("login", QueryParameters.of("error", ""));
        assertThat(_get(LoginForm.class).isError()).isTrue();
    }

    @Test
    @SignedIn(DemoUser.SALIF)
    void whoeverIsSignedInGoesToTheirWorkplace() {
        UI.getCurrent().navigate("login");
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("admin/users");
    }
}
