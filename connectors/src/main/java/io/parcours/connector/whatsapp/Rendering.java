package io.parcours.connector.whatsapp;

import io.parcours.connector.NumberedLines;
import io.parcours.conversation.OutboundMessage;
import io.parcours.conversation.SendRefused;
import io.parcours.conversation.Template;
import java.util.List;
import org.apache.camel.component.whatsapp.model.BaseMessage;
import org.apache.camel.component.whatsapp.model.Component;
import org.apache.camel.component.whatsapp.model.Language;
import org.apache.camel.component.whatsapp.model.Parameter;
import org.apache.camel.component.whatsapp.model.TemplateMessage;
import org.apache.camel.component.whatsapp.model.TemplateMessageRequest;
import org.apache.camel.component.whatsapp.model.TextMessage;
import org.apache.camel.component.whatsapp.model.TextMessageRequest;

/** How a message looks on WhatsApp: as a template where one must leave, with buttons or a list where they fit, else as text. */
final class Rendering {

    static final String TOO_LONG = "text-too-long";
    private static final int LONGEST_TEXT = 4_096;

    private final Choosing choosing;

    Rendering(String listLabel) {
        this.choosing = new Choosing(listLabel);
    }

    BaseMessage of(OutboundMessage message) {
        BaseMessage rendered = message.template()
                .map(Rendering::template)
                .or(() -> choosing.of(message))
                .orElseGet(() -> text(NumberedLines.of(message)));
        Address.number(message.to()).map(number -> number.substring(1)).ifPresent(rendered::setTo);
        return rendered;
    }

    private static BaseMessage text(String body) {
        if (body.length() > LONGEST_TEXT) {
            String reason = "The text has " + body.length() + " characters, WhatsApp takes " + LONGEST_TEXT;
            throw new SendRefused(TOO_LONG, reason, null);
        }
        TextMessage text = new TextMessage();
        text.setBody(body);
        TextMessageRequest request = new TextMessageRequest();
        request.setText(text);
        return request;
    }

    private static BaseMessage template(Template template) {
        Language language = new Language();
        language.setCode(template.language());
        TemplateMessage content = new TemplateMessage();
        content.setName(template.name());
        content.setLanguage(language);
        if (!template.parameters().isEmpty()) {
            content.setComponents(List.of(body(template.parameters())));
        }
        TemplateMessageRequest request = new TemplateMessageRequest();
        request.setTemplate(content);
        return request;
    }

    private static Component body(List<String> values) {
        Component body = new Component();
        body.setType("body");
        body.setParameters(values.stream().map(Rendering::parameter).toList());
        return body;
    }

    /** Meta refuses parameters with line ends, tabs or more than four spaces in a row, and empty ones. */
    private static Parameter parameter(String value) {
        String line =
                value == null ? "" : value.replaceAll("[\\s\\u00a0]+", " ").strip();
        Parameter parameter = new Parameter();
        parameter.setType("text");
        parameter.setText(line.isEmpty() ? "-" : line);
        return parameter;
    }
}
