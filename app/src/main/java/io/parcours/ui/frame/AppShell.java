package io.parcours.ui.frame;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.Theme;

/**
 * What every page shares. Push goes by WebSocket from the server; what the browser says comes as ordinary requests, which
 * pass the filters that know the person and the operator.
 */
@Theme("parcours")
@NpmPackage(value = "@fontsource-variable/inter", version = "5.3.0")
@JsModule("./components/look.ts")
@Push(transport = Transport.WEBSOCKET_XHR)
@Viewport("width=device-width, initial-scale=1, viewport-fit=cover")
public class AppShell implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle("Parcours");
        settings.addFavIcon("icon", "icons/parcours.svg", "any");
        settings.addMetaTag("color-scheme", "light dark");
    }
}
