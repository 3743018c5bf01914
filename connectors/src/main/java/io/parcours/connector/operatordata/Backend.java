package io.parcours.connector.operatordata;

import io.parcours.operatordata.ActUnknown;
import io.parcours.operatordata.NotAvailable;
import io.parcours.operatordata.OperationRefused;
import java.util.List;
import java.util.Map;

/** How a kind of system is called. */
interface Backend extends AutoCloseable {

    String kind();

    /**
     * Called on a thread of its own; ends by itself soon after the operation's time-out.
     *
     * @param key of a write; null for a read
     * @param word asked before what cannot be undone
     * @throws NotAvailable where nothing happened
     * @throws ActUnknown where it may have
     * @throws OperationRefused where the system said no
     */
    List<Map<String, Object>> call(Described operation, Map<String, Object> values, String key, LastWord word);

    @Override
    void close();
}
