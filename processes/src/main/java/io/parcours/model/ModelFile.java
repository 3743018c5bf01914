package io.parcours.model;

/** The name of a model file, without its folder. */
record ModelFile(String name, Kind kind, String shown) {

    enum Kind {
        BPMN,
        DMN,
        FORM,
        OTHER
    }

    static ModelFile named(String fileName) {
        String shown = Findings.shown(fileName);
        String last = fileName.substring(fileName.lastIndexOf('/') + 1);
        int dot = last.lastIndexOf('.');
        if (dot < 0) {
            return new ModelFile(last, Kind.OTHER, shown);
        }
        Kind kind =
                switch (last.substring(dot)) {
                    case ".bpmn" -> Kind.BPMN;
                    case ".dmn" -> Kind.DMN;
                    case ".form" -> Kind.FORM;
                    default -> Kind.OTHER;
                };
        return new ModelFile(last.substring(0, dot), kind, shown);
    }
}
