package io.parcours.decisions;

/** How reliably a customer pays. */
public enum PayerQuality {
    GOOD,
    AVERAGE,
    POOR
}
