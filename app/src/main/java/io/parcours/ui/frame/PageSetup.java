package io.parcours.ui.frame;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import io.parcours.i18n.Languages;
import io.parcours.i18n.Messages;
import io.parcours.security.ParcoursUser;
import java.util.Locale;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/** Gives each page its language, its colour scheme and the texts that are told in the browser, before anything is drawn. */
@Component
class PageSetup implements VaadinServiceInitListener {

    private static final String LANGUAGE_OF = "parcours.languageOf";

    /** Before the first paint, so that a dark room stays dark while the page loads. */
    private static final String SCHEME = """
            const dark = matchMedia('(prefers-color-scheme: dark)');
            const follow = () => document.documentElement.setAttribute('theme', dark.matches ? 'dark' : '');
            dark.addEventListener('change', follow);
            follow();
            """;

    private final transient Messages messages;
    private final transient ObjectMapper json;

    PageSetup(Messages messages, ObjectMapper json) {
        this.messages = messages;
        this.json = json;
    }

    @Override
    public void serviceInit(ServiceInitEvent service) {
        service.addIndexHtmlRequestListener(this::prepare);
        LostTouch lostTouch = new LostTouch(messages);
        service.getSource().setSystemMessagesProvider(lostTouch::systemMessages);
        service.getSource()
                .addSessionInitListener(session -> session.getSession().setErrorHandler(new ErrorReport()));
        service.getSource().addUIInitListener(ui -> {
            UI page = ui.getUI();
            page.setLocale(language(page.getSession()));
            ParcoursUser.current().ifPresent(user -> ComponentUtil.setData(page, ParcoursUser.class, user));
            lostTouch.prepare(page);
            page.addBeforeEnterListener(new OwnPasswordFirst());
        });
    }

    private void prepare(IndexHtmlResponse page) {
        Locale language = language(VaadinSession.getCurrent());
        page.getDocument().child(0).attr("lang", language.getLanguage());
        Element head = page.getDocument().head();
        script(head, SCHEME);
        script(head, "window.parcoursTexts = " + texts(language) + ";");
    }

    private static void script(Element head, String code) {
        head.appendElement("script").appendChild(new DataNode(code));
    }

    private String texts(Locale language) {
        try {
            return json.writeValueAsString(messages.startingWith("client.", language))
                    .replace("</", "<\\/");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The browser's wish until somebody signs in, then that person's own, until they switch. */
    private static Locale language(VaadinSession session) {
        ParcoursUser.current().ifPresent(user -> {
            if (!user.username().equals(session.getAttribute(LANGUAGE_OF))) {
                session.setAttribute(LANGUAGE_OF, user.username());
                session.setLocale(Languages.of(user.language()));
            }
        });
        return Languages.of(session.getLocale());
    }
}
