package io.parcours.model;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads bytes as UTF-8, and as nothing else. */
final class Utf8 {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Utf8() {}

    /** The text without its byte order mark; empty, with a finding, where the bytes are not UTF-8. */
    static Optional<String> read(byte[] content, Findings findings) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return Optional.of(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        } catch (CharacterCodingException notUtf8) {
            findings.addFile(Rule.ENCODING, "the file is not valid UTF-8");
            return Optional.empty();
        }
    }
}
