package io.parcours.connector.sms;

/** An address as SMPP writes it: digits or a name, with its type of number and numbering plan. */
record SmppAddress(String digits, byte ton, byte npi) {

    private static final int LONGEST_SHORT_NUMBER = 6;

    /** Of E.164 with its plus sign, a short number, or a name. */
    static SmppAddress of(String address) {
        if (address.startsWith("+")) {
            return new SmppAddress(address.substring(1), (byte) 1, (byte) 1);
        }
        if (!address.matches("[0-9]+")) {
            return new SmppAddress(address, (byte) 5, (byte) 0);
        }
        boolean networkSpecific = address.length() <= LONGEST_SHORT_NUMBER;
        return new SmppAddress(address, (byte) (networkSpecific ? 3 : 0), (byte) (networkSpecific ? 0 : 1));
    }

    static SmppAddress ofSender(SmsAccount account) {
        SmppAddress shaped = of(account.sender());
        Byte ton = account.options().sourceTon();
        Byte npi = account.options().sourceNpi();
        return new SmppAddress(shaped.digits, ton == null ? shaped.ton : ton, npi == null ? shaped.npi : npi);
    }
}
