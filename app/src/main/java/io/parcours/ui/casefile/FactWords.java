package io.parcours.ui.casefile;

import static io.parcours.ui.component.Words.t;

import io.parcours.trace.TimelineEntry;
import io.parcours.ui.component.Badge.Tone;
import io.parcours.ui.component.Durations;
import io.parcours.ui.component.PriorityBadge;
import io.parcours.ui.component.Timeline;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One fact as a line of the timeline: an icon, a sentence, who did it, and what was said. */
final class FactWords {

    private record Look(String icon, Tone tone) {}

    private static final Look PLAIN = new Look("circle", null);
    private static final Map<String, Look> LOOKS = Map.ofEntries(
            Map.entry("journeyStarted", new Look("flag", Tone.ACCENT)),
            Map.entry("journeyEnded", new Look("circle-check", Tone.FINE)),
            Map.entry("messageReceived", new Look("message-square-text", Tone.INFO)),
            Map.entry("messageSent", new Look("send", Tone.ACCENT)),
            Map.entry("messageDelivered", new Look("check-check", null)),
            Map.entry("messageRead", new Look("check-check", Tone.INFO)),
            Map.entry("messageUndeliverable", new Look("triangle-alert", Tone.LATE)),
            Map.entry("messageFailed", new Look("triangle-alert", Tone.LATE)),
            Map.entry("messageUnknown", new Look("circle-help", Tone.SOON)),
            Map.entry("contactRefused", new Look("ban", Tone.SOON)),
            Map.entry("customersMerged", new Look("contact", Tone.INFO)),
            Map.entry("customersSeparated", new Look("contact", Tone.INFO)),
            Map.entry("consentGiven", new Look("circle-check", Tone.FINE)),
            Map.entry("consentRefused", new Look("ban", Tone.INFO)),
            Map.entry("languageChosen", new Look("message-square-text", Tone.INFO)),
            Map.entry("channelChosen", new Look("arrow-left-right", Tone.INFO)),
            Map.entry("channelChanged", new Look("arrow-left-right", Tone.INFO)),
            Map.entry("answerUnderstood", new Look("check", Tone.FINE)),
            Map.entry("answerNotUnderstood", new Look("circle-help", Tone.SOON)),
            Map.entry("decided", new Look("scale", Tone.ACCENT)),
            Map.entry("taskCreated", new Look("inbox", null)),
            Map.entry("taskClaimed", new Look("hand", null)),
            Map.entry("taskCompleted", new Look("check", Tone.FINE)),
            Map.entry("taskCancelled", new Look("ban", null)),
            Map.entry("timerFired", new Look("alarm-clock", Tone.SOON)),
            Map.entry("callBegun", new Look("phone", Tone.ACCENT)),
            Map.entry("callTaken", new Look("phone", Tone.ACCENT)),
            Map.entry("callAnswered", new Look("phone-call", Tone.FINE)),
            Map.entry("callEnded", new Look("phone", null)),
            Map.entry("callTransferred", new Look("arrow-right", Tone.INFO)),
            Map.entry("callHandedOver", new Look("arrow-right", Tone.FINE)),
            Map.entry("consultationBegun", new Look("users", Tone.INFO)),
            Map.entry("consultationEnded", new Look("undo-2", null)),
            Map.entry("recordingBegun", new Look("circle-dot", Tone.LATE)),
            Map.entry("recordingEnded", new Look("circle-dot", null)),
            Map.entry("recordingRefused", new Look("triangle-alert", Tone.SOON)),
            Map.entry("supervisionBegun", new Look("headset", Tone.INFO)),
            Map.entry("supervisionEnded", new Look("headset", null)),
            Map.entry("operatorLookedUp", new Look("search", null)),
            Map.entry("operatorActed", new Look("send", Tone.ACCENT)),
            Map.entry("gestureGranted", new Look("gift", Tone.ACCENT)),
            Map.entry("incidentRaised", new Look("octagon-alert", Tone.LATE)),
            Map.entry("incidentResolved", new Look("circle-check", Tone.FINE)),
            Map.entry("stepFailed", new Look("refresh-cw", Tone.SOON)));

    /** Done by the platform, even where a person's act made it happen. */
    private static final Set<String> AUTOMATIC = Set.of("decided", "taskCreated", "journeyEnded");

    private final String currency;

    FactWords(String currency) {
        this.currency = currency;
    }

    Timeline.Entry entry(TimelineEntry fact, boolean withCase) {
        Look look = LOOKS.getOrDefault(fact.kind(), PLAIN);
        String actor = Stream.of(
                        AUTOMATIC.contains(fact.kind()) ? null : People.name(fact.actor()),
                        withCase ? fact.caseNumber() : null)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
        return new Timeline.Entry(
                fact.at(), look.icon(), sentence(fact), actor.isEmpty() ? null : actor, detail(fact), look.tone());
    }

    private String sentence(TimelineEntry fact) {
        String key = "fact." + fact.kind();
        String step = Labels.step(fact.activityId(), fact.activityName());
        return switch (fact.kind()) {
            case "messageReceived",
                    "messageSent",
                    "messageDelivered",
                    "messageRead",
                    "messageUndeliverable",
                    "messageFailed",
                    "messageUnknown",
                    "contactRefused" -> t(key, Labels.channel(text(fact, "channel")));
            case "customersMerged", "customersSeparated" -> t(key, text(fact, "name"));
            case "consentGiven", "consentRefused" ->
                t(
                        key,
                        t("consent.purpose." + text(fact, "purpose")),
                        Labels.of("channel." + text(fact, "channel"), t("consent.anywhere")));
            case "languageChosen" -> t(key, Labels.of("customer.language." + text(fact, "language"), ""));
            case "channelChosen" -> t(key, Labels.channel(text(fact, "channel")));
            case "channelChanged" -> t(key, Labels.channel(text(fact, "from")), Labels.channel(text(fact, "channel")));
            case "answerUnderstood" -> t(key, answer(fact));
            case "decided" -> decided(fact);
            case "taskCreated",
                    "taskClaimed",
                    "taskCompleted",
                    "taskCancelled",
                    "timerFired",
                    "incidentRaised",
                    "stepFailed" -> t(key, Objects.requireNonNullElse(step, ""));
            case "operatorLookedUp", "operatorActed" ->
                t(
                        key,
                        text(fact, "operation"),
                        Labels.of("operator.state." + text(fact, "state"), text(fact, "state")));
            case "gestureGranted" -> gesture(fact);
            case "callAnswered" -> t(key, who(fact, "agent"));
            case "callTransferred", "callHandedOver", "consultationBegun", "consultationEnded" ->
                t(key, who(fact, "to"));
            case "callEnded" -> t(key, Labels.of("calls.outcome." + text(fact, "outcome"), text(fact, "outcome")));
            case "supervisionBegun", "supervisionEnded" -> t(key, t("fact.supervision." + text(fact, "how")));
            default -> Labels.of(key, fact.kind());
        };
    }

    private static String detail(TimelineEntry fact) {
        return switch (fact.kind()) {
            case "messageReceived" -> received(fact);
            case "messageSent" -> quoted(text(fact, "text"));
            case "answerNotUnderstood" -> quoted(text(fact, "answer"));
            case "decided" -> rule(fact);
            case "callBegun" -> t("calls.purpose." + text(fact, "purpose"));
            case "callEnded" -> spoken(fact);
            case "contactRefused" -> Labels.of("fact.contactRefused." + text(fact, "reason"), text(fact, "reason"));
            case "messageUndeliverable", "messageFailed" -> text(fact, "error");
            default -> null;
        };
    }

    private static String received(TimelineEntry fact) {
        String attached = text(fact, "attached");
        String said = quoted(text(fact, "text"));
        if (attached.isEmpty()) {
            return said;
        }
        String kind = Labels.of("attachment." + attached, t("attachment.other", attached));
        return said == null ? kind : kind + " · " + said;
    }

    private static String answer(TimelineEntry fact) {
        String answer = text(fact, "answer");
        return Labels.of(text(fact, "question") + "." + answer, answer);
    }

    /** The outputs that people know by name, the decision's own name where there is none of them. */
    private static String decided(TimelineEntry fact) {
        if (fact.detail().get("out.priority") instanceof Number priority) {
            Object hours = fact.detail().get("out.deadlineHours");
            return t(
                    "fact.decided.handling",
                    PriorityBadge.word(priority.intValue()),
                    Labels.queue(text(fact, "out.queue")),
                    hours instanceof Number number ? String.valueOf(number.intValue()) : "–");
        }
        return t("fact.decided", text(fact, "decisionName"));
    }

    private static String rule(TimelineEntry fact) {
        String label = text(fact, "label");
        return label.isEmpty() ? null : t("fact.decided.rule", label);
    }

    private String gesture(TimelineEntry fact) {
        String amount = Money.text(new BigDecimal(text(fact, "amount")), currency);
        String approvedBy = text(fact, "approvedBy");
        return approvedBy.isEmpty()
                ? t("fact.gestureGranted", amount)
                : t("fact.gestureGranted.approved", amount, People.within(approvedBy));
    }

    private static String who(TimelineEntry fact, String name) {
        String who = text(fact, name);
        return People.isMe(who) ? People.within(who) : Phone.text(who);
    }

    /** For how long, where they spoke at all. */
    private static String spoken(TimelineEntry fact) {
        return fact.detail().get("seconds") instanceof Number seconds
                ? t("fact.callEnded.spoken", Durations.text(Duration.ofSeconds(seconds.longValue())))
                : null;
    }

    private static String quoted(String text) {
        return text.isEmpty() ? null : t("fact.quote", text);
    }

    private static String text(TimelineEntry fact, String name) {
        return Objects.toString(fact.detail().get(name), "");
    }
}
