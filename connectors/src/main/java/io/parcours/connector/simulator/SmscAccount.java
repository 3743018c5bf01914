package io.parcours.connector.simulator;

/**
 * Who may bind to the simulated message centre.
 *
 * @param shortNumber what subscribers write to
 */
public record SmscAccount(String systemId, String password, String shortNumber) {

    @Override
    public String toString() {
        return "SmscAccount[" + systemId + ", " + shortNumber + "]";
    }
}
