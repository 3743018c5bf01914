package io.parcours.connector.telephony;

import java.util.List;

/** Where accounts come from beside the configuration and single beans; asked once, when the connections are made. */
public interface VoiceAccounts {

    List<VoiceAccount> all();
}
