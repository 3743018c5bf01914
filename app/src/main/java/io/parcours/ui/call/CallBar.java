package io.parcours.ui.call;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.parcours.call.AgentCall;
import io.parcours.call.CallState;
import io.parcours.ui.component.Badge;
import io.parcours.ui.component.Glyph;
import io.parcours.ui.component.Notices;
import io.parcours.ui.component.RelativeTime;
import io.parcours.ui.frame.Updates;
import java.util.Optional;
import java.util.UUID;

/** The agent's own call, wherever they go in the application: with whom, since when, how far, and what can be done. */
public class CallBar extends Div {

    private final transient CallParts parts;
    private final String me = CallWords.me();
    private final Div acts = new Div();
    private final Div words = new Div();
    private UUID shown;

    public CallBar(CallParts parts) {
        this.parts = parts;
        addClassName("p-call-bar");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", t("calls.bar"));
        words.addClassName("p-call-words");
        words.getElement().setAttribute("role", "status");
        acts.addClassName("p-call-acts");
        add(words, acts);
        setVisible(false);
        Updates.whileShown(this, news -> parts.live().subscribe("calls/" + me, news), this::refresh);
        // Once it listens, so that nothing is missed between.
        addAttachListener(attach -> refresh());
    }

    private void refresh() {
        Optional<AgentCall> call = parts.calls().ofAgent(me);
        UUID before = shown;
        shown = call.map(AgentCall::id).orElse(null);
        if (before != null && !before.equals(shown)) {
            parts.calls().find(before).ifPresent(CallBar::sayGoodbye);
        }
        setVisible(call.isPresent());
        call.ifPresent(this::show);
    }

    private static void sayGoodbye(AgentCall call) {
        Notices.done(
                call.live()
                        ? t("calls.given", CallWords.customer(call), CallWords.agent(call))
                        : t("calls.ended", CallWords.customer(call), CallWords.outcome(call.outcome())));
    }

    private void show(AgentCall call) {
        words.removeAll();
        words.add(new Glyph("phone-call"), who(call), new Span(CallWords.state(call)));
        words.add(new RelativeTime(call.since()));
        if (call.recorded()) {
            words.add(new Badge("circle-dot", t("calls.recorded"), Badge.Tone.LATE));
        }
        if (call.problem() != null) {
            words.add(new Badge("triangle-alert", t("calls.problem"), Badge.Tone.SOON));
        }
        acts.removeAll();
        if (call.consultation() != null) {
            acts.add(
                    act("calls.complete", "check", () -> parts.desk().completeTransfer(me, call.id())),
                    act("calls.resume", "undo-2", () -> parts.desk().cancelConsultation(me, call.id())));
            return;
        }
        if (call.state() == CallState.TALKING) {
            acts.add(recording(call), target(call, true), target(call, false));
        }
        Button hangUp = act(call.state() == CallState.TALKING ? "calls.hangUp" : "calls.giveUp", "x", () -> parts.desk()
                .hangUp(me, call.id()));
        hangUp.addThemeVariants(ButtonVariant.LUMO_ERROR);
        acts.add(hangUp);
    }

    private static Anchor who(AgentCall call) {
        String address = call.caseNumber() == null ? "customer/" + call.customerId() : "case/" + call.caseNumber();
        Anchor who = new Anchor(address, CallWords.customer(call));
        who.getElement().setAttribute("router-link", true);
        return who;
    }

    private Button recording(AgentCall call) {
        return call.recorded()
                ? act("calls.recording.stop", "minus", () -> parts.desk().stopRecording(me, call.id()))
                : act("calls.recording.start", "circle-dot", () -> parts.desk().record(me, call.id()));
    }

    private Button target(AgentCall call, boolean first) {
        String key = first ? "calls.consult" : "calls.transfer";
        Button open = new Button(t(key), new Glyph(first ? "users" : "arrow-right"));
        open.addThemeVariants(ButtonVariant.LUMO_SMALL);
        open.addClickListener(click -> new TargetDialog(
                        parts,
                        t(key),
                        to -> done(() -> {
                            if (first) {
                                parts.desk().consult(me, call.id(), to);
                            } else {
                                parts.desk().transfer(me, call.id(), to);
                            }
                        }))
                .open());
        return open;
    }

    private Button act(String key, String icon, Runnable what) {
        Button button = new Button(t(key), new Glyph(icon));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setDisableOnClick(true);
        button.addClickListener(click -> {
            if (!done(what)) {
                button.setEnabled(true);
            }
        });
        return button;
    }

    private boolean done(Runnable what) {
        boolean done = CallWords.tell(parts.tenants().current().zone(), what);
        refresh();
        return done;
    }
}
