package io.parcours.connector.simulator;

/**
 * A number that subscribers can call, and who takes the calls.
 *
 * @param number as it is dialled
 * @param application of the program that registers for it
 */
public record ExchangeLine(String number, String application) {}
