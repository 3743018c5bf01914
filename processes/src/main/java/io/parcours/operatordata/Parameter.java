package io.parcours.operatordata;

import java.math.BigDecimal;

/**
 * What an operation has to be told.
 *
 * @param least the smallest number or amount, or the fewest characters of a text; null for no bound
 * @param most the largest number or amount, or the most characters of a text; null for no bound
 */
public record Parameter(
        String name, ValueType type, boolean required, BigDecimal least, BigDecimal most, Label label) {}
