package io.parcours.model;

import java.io.StringReader;
import javax.xml.namespace.QName;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Builds the tree, and stops at the limits rather than after them. */
final class XmlTreeBuilder extends DefaultHandler {

    private final ModelLimits limits;
    private Locator locator;
    private XmlElement root;
    private XmlElement current;
    private int depth;
    private int elements;

    XmlTreeBuilder(ModelLimits limits) {
        this.limits = limits;
    }

    XmlElement root() {
        return root;
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        this.locator = locator;
    }

    @Override
    public void startElement(String uri, String localName, String qualifiedName, Attributes attributes)
            throws SAXException {
        current = new XmlElement(new QName(uri, localName), current, locator.getLineNumber());
        if (root == null) {
            root = current;
        }
        for (int i = 0; i < attributes.getLength(); i++) {
            current.put(new QName(attributes.getURI(i), attributes.getLocalName(i)), attributes.getValue(i));
        }
        if (++depth > limits.depth()) {
            throw new LimitReached(current, Rule.TOO_DEEP, "nested more than " + limits.depth() + " deep");
        }
        if (++elements > limits.elements()) {
            throw new LimitReached(current, Rule.TOO_MANY_ELEMENTS, "more than " + limits.elements() + " elements");
        }
    }

    @Override
    public void endElement(String uri, String localName, String qualifiedName) {
        current = current.parent();
        depth--;
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        current.append(characters, start, length);
    }

    @Override
    public void processingInstruction(String target, String data) throws SAXException {
        throw new SAXParseException("a processing instruction is not permitted: " + target, locator);
    }

    @Override
    public InputSource resolveEntity(String publicId, String systemId) {
        return new InputSource(new StringReader(""));
    }

    @Override
    public void fatalError(SAXParseException malformed) throws SAXException {
        throw malformed;
    }

    @Override
    public void error(SAXParseException malformed) throws SAXException {
        throw malformed;
    }

    static final class LimitReached extends SAXException {

        private static final long serialVersionUID = 1L;

        private final transient XmlElement element;
        private final Rule rule;

        LimitReached(XmlElement element, Rule rule, String message) {
            super(message + " (line " + element.line() + ")");
            this.element = element;
            this.rule = rule;
        }

        XmlElement element() {
            return element;
        }

        Rule rule() {
            return rule;
        }
    }
}
