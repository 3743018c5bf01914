package io.parcours.customer;

import java.time.LocalDate;

/** A telephone line. @param status {@code active} or {@code suspended} */
public record Line(String msisdn, String offer, String status, LocalDate since) {}
