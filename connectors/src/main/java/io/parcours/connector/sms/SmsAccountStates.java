package io.parcours.connector.sms;

import java.util.List;

/** The state of every account, for health and for the administrator's screen. */
public interface SmsAccountStates {

    List<SmsAccountState> all();
}
