package io.parcours.conversation;

/**
 * Which notices are looked at.
 *
 * @param channel null for all
 * @param account null for all
 * @param toRead those alone that wait to be read
 */
public record NoticeFilter(String channel, String account, boolean toRead) {

    public static final NoticeFilter ALL = new NoticeFilter(null, null, false);

    public boolean narrows() {
        return !equals(ALL);
    }
}
