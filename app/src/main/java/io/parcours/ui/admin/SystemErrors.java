package io.parcours.ui.admin;

import static io.parcours.ui.component.Words.t;

import io.parcours.operatordata.SystemState;
import io.parcours.ui.casefile.Labels;

/** Why a call to an operator's system failed, in words; a code without any shows as it is. */
final class SystemErrors {

    private static final String STATUS = "http-";
    private static final String SQL_STATE = "sql-";

    private SystemErrors() {}

    /** A dash where none failed. */
    static String lastOf(SystemState state) {
        return state.lastError() == null ? "–" : words(state.lastError());
    }

    static String words(String code) {
        if (code.startsWith(STATUS)) {
            return t("systems.error.http", code.substring(STATUS.length()));
        }
        if (code.startsWith(SQL_STATE)) {
            return t("systems.error.sqlState", code.substring(SQL_STATE.length()));
        }
        return Labels.of("systems.error." + code, code);
    }
}
