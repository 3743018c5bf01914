package io.parcours.model;

import java.util.regex.Pattern;

/** How things in a model are named. */
final class Names {

    private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern CAMEL = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final Pattern MESSAGE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*\\.[a-z][A-Za-z0-9]*");
    private static final Pattern TEXT_CODE = Pattern.compile("[a-z][A-Za-z0-9]*([.-][A-Za-z0-9]+)*");
    private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");
    /** Editors name what nobody named after its kind, with a random or running number behind: Activity_0k3vq1x, Task_1. */
    private static final Pattern GENERATED = Pattern.compile(
            "[A-Za-z]+_([01][a-z0-9]{3,8}|\\d+)|(sid|id|ID)?[_-]?[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-.*", Pattern.DOTALL);

    private static final int LONGEST = 100;

    private Names() {}

    /** {@code complaint-priority}: processes, decisions, forms. */
    static boolean isKebab(String name) {
        return fits(KEBAB, name);
    }

    /** {@code customerReleased}: flow nodes and error codes. */
    static boolean isCamel(String name) {
        return fits(CAMEL, name);
    }

    static boolean isVariable(String name) {
        return fits(VARIABLE, name);
    }

    /** {@code onboarding.documentsReceived}. */
    static boolean isMessage(String name) {
        return fits(MESSAGE, name);
    }

    /** {@code complaint.motive}: a text or question in the message bundles. */
    static boolean isTextCode(String name) {
        return fits(TEXT_CODE, name);
    }

    /** {@code balance}, or {@code billing.balance} with the name of the system before it. */
    static boolean isOperation(String name) {
        return isCamel(name) || isMessage(name);
    }

    static boolean isId(String name) {
        return fits(ID, name);
    }

    static boolean looksGenerated(String id) {
        return fits(GENERATED, id);
    }

    private static boolean fits(Pattern pattern, String name) {
        return name != null && name.length() <= LONGEST && pattern.matcher(name).matches();
    }
}
