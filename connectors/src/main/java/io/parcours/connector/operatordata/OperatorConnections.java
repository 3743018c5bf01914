package io.parcours.connector.operatordata;

import java.util.List;

/** Systems whose addresses are known late, beside those of the configuration. */
public interface OperatorConnections {

    List<OperatorConnection> all();
}
