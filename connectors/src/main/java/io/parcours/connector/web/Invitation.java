package io.parcours.connector.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * The reference in a link by which a customer comes: who they are and until which day it holds, in 38 characters fit for an
 * address. Only whoever has the account's secret can make one, and it tells nothing to others than a random number would.
 */
public final class Invitation {

    private static final Duration LIFE = Duration.ofDays(30);
    private static final int LONGEST = 100;
    private static final int CLAIM = Short.BYTES + 2 * Long.BYTES;
    /** Of the 32 octets of the seal; guessing one takes 2^79 links on the average. */
    private static final int SEAL = 10;

    private final WebAccount account;
    private final String secret;

    /** @param secret known to us alone, or to us and the provider */
    public Invitation(WebAccount account, String secret) {
        this.account = account;
        this.secret = secret;
    }

    public String of(UUID customer, Instant now) {
        byte[] claim = ByteBuffer.allocate(CLAIM)
                .putShort((short) day(now.plus(LIFE)))
                .putLong(customer.getMostSignificantBits())
                .putLong(customer.getLeastSignificantBits())
                .array();
        byte[] whole =
                ByteBuffer.allocate(CLAIM + SEAL).put(claim).put(seal(claim)).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** @return whose it is; empty where it is none of this account's, or older than it may be */
    public Optional<UUID> customer(String reference, Instant now) {
        byte[] whole = octets(reference);
        if (whole.length != CLAIM + SEAL) {
            return Optional.empty();
        }
        byte[] claim = Arrays.copyOf(whole, CLAIM);
        ByteBuffer read = ByteBuffer.wrap(claim);
        int until = Short.toUnsignedInt(read.getShort());
        boolean ours = MessageDigest.isEqual(seal(claim), Arrays.copyOfRange(whole, CLAIM, whole.length));
        return ours && day(now) <= until ? Optional.of(new UUID(read.getLong(), read.getLong())) : Optional.empty();
    }

    /** What it was made for is part of the seal: another operator's, or another account's, is none. */
    private byte[] seal(byte[] claim) {
        byte[] purpose =
                ("invitation\n" + account.tenant() + "\n" + account.identity() + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] all = ByteBuffer.allocate(purpose.length + claim.length)
                .put(purpose)
                .put(claim)
                .array();
        return Arrays.copyOf(Signature.over(all, secret), SEAL);
    }

    private static byte[] octets(String reference) {
        try {
            return reference == null || reference.length() > LONGEST
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(reference);
        } catch (IllegalArgumentException other) {
            return new byte[0];
        }
    }

    private static int day(Instant moment) {
        return (int) LocalDate.ofInstant(moment, ZoneOffset.UTC).toEpochDay();
    }
}
