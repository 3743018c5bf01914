package io.parcours.model;

import javax.xml.namespace.QName;

/** The namespaces that a model may use. */
final class Ns {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String BPMN_DI = "http://www.omg.org/spec/BPMN/20100524/DI";
    static final String DC = "http://www.omg.org/spec/DD/20100524/DC";
    static final String DI = "http://www.omg.org/spec/DD/20100524/DI";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";
    static final String DMN_DI = "https://www.omg.org/spec/DMN/20191111/DMNDI/";
    static final String DMN_DC = "http://www.omg.org/spec/DMN/20180521/DC/";
    static final String DMN_DI_LINE = "http://www.omg.org/spec/DMN/20180521/DI/";
    static final String CAMUNDA_DMN = "http://camunda.org/schema/1.0/dmn";
    /** What the drawing tools note for themselves. */
    static final String MODELER = "http://camunda.org/schema/modeler/1.0";

    static final String BIO_COLOR = "http://bpmn.io/schema/bpmn/biocolor/1.0";
    static final String COLOR = "http://www.omg.org/spec/BPMN/non-normative/color/1.0";
    static final String BIO_DMN = "http://bpmn.io/schema/dmn/biodi/2.0";
    static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    private Ns() {}

    static QName bpmn(String local) {
        return new QName(BPMN, local);
    }

    static QName camunda(String local) {
        return new QName(CAMUNDA, local);
    }

    static QName dmn(String local) {
        return new QName(DMN, local);
    }

    static QName modeler(String local) {
        return new QName(MODELER, local);
    }

    static QName xsi(String local) {
        return new QName(XSI, local);
    }

    /** A name as people write it, with the prefix that is usual for its namespace. */
    static String shown(QName name) {
        return Findings.shown(prefix(name.getNamespaceURI()) + name.getLocalPart());
    }

    private static String prefix(String namespace) {
        return switch (namespace) {
            case "", BPMN, DMN -> "";
            case CAMUNDA, CAMUNDA_DMN -> "camunda:";
            case BPMN_DI -> "bpmndi:";
            case DMN_DI -> "dmndi:";
            case DC, DMN_DC -> "dc:";
            case DI, DMN_DI_LINE -> "di:";
            case MODELER -> "modeler:";
            case XSI -> "xsi:";
            default -> "{" + namespace + "}";
        };
    }
}
