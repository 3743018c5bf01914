package io.parcours.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;

/** Reads XML that a stranger wrote: no document type, nothing fetched, nothing without bounds. */
final class XmlReader {

    // The engine believes the declaration; a file that declares another encoding would mean two things to two readers.
    private static final Pattern DECLARATION = Pattern.compile("<\\?xml\\s+version\\s*=\\s*(\"1\\.0\"|'1\\.0')"
            + "(\\s+encoding\\s*=\\s*(\"(?i:utf-8)\"|'(?i:utf-8)'))?"
            + "(\\s+standalone\\s*=\\s*(\"(yes|no)\"|'(yes|no)'))?\\s*\\?>");

    private XmlReader() {}

    /** The root element; empty, and a finding says why, where the bytes are no document that may be read. */
    static Optional<XmlElement> read(byte[] content, ModelLimits limits, Findings findings) {
        Optional<String> text = Utf8.read(content, findings);
        if (text.isEmpty() || !declaresUtf8(text.get(), findings)) {
            return Optional.empty();
        }
        XmlTreeBuilder builder = new XmlTreeBuilder(limits);
        try {
            XMLReader reader = secureReader();
            reader.setContentHandler(builder);
            reader.setErrorHandler(builder);
            reader.setEntityResolver(builder);
            InputSource source = new InputSource(new ByteArrayInputStream(content));
            source.setEncoding(StandardCharsets.UTF_8.name());
            reader.parse(source);
            return Optional.of(builder.root());
        } catch (XmlTreeBuilder.LimitReached reached) {
            findings.add(reached.element().label(), reached.rule(), reached.getMessage());
        } catch (SAXParseException malformed) {
            findings.addFile(ruleOf(malformed), described(malformed));
        } catch (SAXException | IOException | RuntimeException unreadable) {
            // A parser that stumbles over hostile bytes has refused them too.
            findings.addFile(Rule.MALFORMED, Findings.shown(String.valueOf(unreadable.getMessage())));
        }
        return Optional.empty();
    }

    private static boolean declaresUtf8(String text, Findings findings) {
        boolean declares = text.startsWith("<?xml");
        if (text.indexOf('\0') >= 0 || declares && !DECLARATION.matcher(text).lookingAt()) {
            findings.addFile(Rule.ENCODING, "the file does not declare XML 1.0 in UTF-8");
            return false;
        }
        return true;
    }

    private static XMLReader secureReader() throws SAXException {
        // The JDK's own parser by name: another on the class path could understand other features.
        SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setValidating(false);
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            return factory.newSAXParser().getXMLReader();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("The JDK's XML parser cannot be secured", impossible);
        }
    }

    private static Rule ruleOf(SAXParseException malformed) {
        return String.valueOf(malformed.getMessage()).contains("DOCTYPE") ? Rule.DOCTYPE : Rule.MALFORMED;
    }

    private static String described(SAXParseException malformed) {
        return Findings.shown(String.valueOf(malformed.getMessage())) + " (line " + malformed.getLineNumber() + ")";
    }
}
