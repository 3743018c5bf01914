package io.parcours.files;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which octets of a file are asked for, both ends included. */
record ByteRange(long first, long last, boolean partial) {

    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,12})-(\\d{0,12})");

    /**
     * @param header of the request; null for the whole. Several ranges at once are answered with the whole, as is allowed
     * @return empty where there are no such octets
     */
    static Optional<ByteRange> of(String header, long size) {
        Matcher one = ONE.matcher(header == null ? "" : header.strip());
        if (!one.matches() || one.group(1).isEmpty() && one.group(2).isEmpty()) {
            return Optional.of(new ByteRange(0, size - 1, false));
        }
        long first;
        long last = size - 1;
        if (one.group(1).isEmpty()) {
            long count = Long.parseLong(one.group(2));
            first = count == 0 ? size : Math.max(0, size - count);
        } else {
            first = Long.parseLong(one.group(1));
            last = one.group(2).isEmpty() ? last : Math.min(last, Long.parseLong(one.group(2)));
        }
        return first >= size || first > last ? Optional.empty() : Optional.of(new ByteRange(first, last, true));
    }

    long length() {
        return last - first + 1;
    }

    String header(long size) {
        return "bytes " + first + "-" + last + "/" + size;
    }
}
