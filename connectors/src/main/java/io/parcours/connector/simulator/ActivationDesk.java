package io.parcours.connector.simulator;

import java.io.IOException;
import java.io.StringReader;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Activates SIM cards by SOAP 1.1, once for a key; an ICCID that cannot be one is the sender's fault. */
final class ActivationDesk {

    private static final String ENVELOPE =
            "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>%s</s:Body></s:Envelope>";

    private final Clock clock;
    private final Map<String, String> orders = new ConcurrentHashMap<>();

    ActivationDesk(Clock clock) {
        this.clock = clock;
    }

    int count() {
        return orders.size();
    }

    String answer(String envelope) {
        String key;
        String iccid;
        try {
            Document asked = read(envelope);
            key = text(asked, "Key");
            iccid = text(asked, "Iccid");
        } catch (SAXException | IOException unreadable) {
            return fault("unreadable");
        }
        if (key.isEmpty() || !iccid.matches("89\\d{16,18}")) {
            return fault("unknown card");
        }
        String order = orders.computeIfAbsent(key, told -> "SIM-" + (1000 + orders.size()));
        return ENVELOPE.formatted(
                "<o:ActivateSimResponse xmlns:o=\"urn:operator:sim\"><o:OrderId>%s</o:OrderId><o:ActiveOn>%s</o:ActiveOn></o:ActivateSimResponse>"
                        .formatted(order, LocalDate.now(clock)));
    }

    private static String fault(String reason) {
        return ENVELOPE.formatted(
                "<s:Fault><faultcode>s:Client</faultcode><faultstring>" + reason + "</faultstring></s:Fault>");
    }

    private static Document read(String envelope) throws SAXException, IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(envelope)));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Document document, String name) {
        NodeList found = document.getElementsByTagNameNS("urn:operator:sim", name);
        return found.getLength() == 1 ? found.item(0).getTextContent().strip() : "";
    }
}
