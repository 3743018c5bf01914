package io.parcours.ui.studio;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * A model that would run something on the server that reads or runs it, aimed at the canary. They lie in
 * {@code models-canary}; {@code elements.csv} has for each the element that the refusal must name, and nothing for those that
 * are the same without their attack.
 */
record Attack(String fileName, String element, byte[] content) {

    /** To be refused, each. One of them once more in an encoding that a search for words would not read. */
    static List<Attack> on(Canary canary) {
        Attack entity = named("entity.bpmn", canary);
        return Stream.concat(
                        files().filter(line -> !line.element().isEmpty()).map(line -> line.aimedAt(canary)),
                        Stream.of(entity.in(StandardCharsets.UTF_16)))
                .toList();
    }

    static List<Attack> harmless() {
        return files().filter(line -> line.element().isEmpty()).toList();
    }

    static Attack named(String fileName, Canary canary) {
        return files().filter(line -> line.fileName().equals(fileName))
                .findFirst()
                .orElseThrow()
                .aimedAt(canary);
    }

    String id() {
        return fileName.substring(0, fileName.indexOf('.'));
    }

    String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    private Attack in(Charset encoding) {
        String declared = text().replace("UTF-8", encoding.name());
        return new Attack(fileName, element, declared.getBytes(encoding));
    }

    private Attack aimedAt(Canary canary) {
        String aimed = text().replace("@FILE@", canary.file(id())).replace("@URL@", canary.address(id()));
        return new Attack(fileName, element, aimed.getBytes(StandardCharsets.UTF_8));
    }

    private static Stream<Attack> files() {
        return new String(read("elements.csv"), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split(";", -1))
                .map(cells -> new Attack(cells[0], cells[1], read(cells[0])));
    }

    private static byte[] read(String file) {
        try (InputStream stream = Attack.class.getResourceAsStream("/models-canary/" + file)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return fileName;
    }
}
