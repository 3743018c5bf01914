package io.parcours.tenant;

/**
 * An operator.
 *
 * @param accent CSS colour of its screens
 * @param region ISO country by which its telephone numbers are read
 * @param currency ISO code of its amounts
 * @param zone IANA time zone in which its subscribers read a time
 */
public record Tenant(String id, String name, String accent, String region, String currency, String zone) {

    /** As people here write it after an amount. */
    public String writtenCurrency() {
        return currency.equals("XOF") ? "F" : currency;
    }
}
