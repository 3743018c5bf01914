package io.parcours.customer;

/** Where a customer can be reached. @param address for SMS the MSISDN in E.164 with its plus sign */
public record ContactPoint(String channel, String address) {}
