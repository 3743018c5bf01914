package io.parcours.connector.simulator;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Writes delivery receipts and hands them to the account's postman, now, later or in the wrong order. */
final class Receipts {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyMMddHHmm");
    private static final Map<String, Integer> STATES =
            Map.of("ENROUTE", 1, "DELIVRD", 2, "EXPIRED", 3, "DELETED", 4, "UNDELIV", 5, "ACCEPTD", 6, "REJECTD", 8);
    private static final int UNKNOWN = 7;

    private final Map<String, Postman> postmen;
    private final SmscFaults faults;
    private final List<Runnable> held = new ArrayList<>();

    Receipts(Map<String, Postman> postmen, SmscFaults faults) {
        this.postmen = postmen;
        this.faults = faults;
    }

    void order(String systemId, String id, String subscriber, String shortNumber) {
        Postman postman = postmen.get(systemId);
        Parcel receipt = written(id, subscriber, shortNumber);
        if (postman == null || hold(() -> postman.take(List.of(receipt), 0))) {
            return;
        }
        if (!faults.receiptsFirst()) {
            postman.take(List.of(receipt), faults.receiptDelay().toMillis());
            return;
        }
        postman.take(List.of(receipt), 0);
        await(receipt);
    }

    void releaseInReverse() {
        List<Runnable> released;
        synchronized (held) {
            faults.holdReceipts(false);
            released = new ArrayList<>(held);
            held.clear();
        }
        Collections.reverse(released);
        released.forEach(Runnable::run);
    }

    private boolean hold(Runnable receipt) {
        synchronized (held) {
            return faults.receiptsHeld() && held.add(receipt);
        }
    }

    private Parcel written(String id, String subscriber, String shortNumber) {
        String state = faults.receiptState();
        String now = MINUTE.format(LocalDateTime.now());
        String text = "id:%s sub:001 dlvrd:%s submit date:%s done date:%s stat:%s err:%s text:"
                .formatted(id, state.equals("DELIVRD") ? "001" : "000", now, now, state, faults.receiptError());
        byte code = STATES.getOrDefault(state, UNKNOWN).byteValue();
        return Parcel.receipt(id, subscriber, shortNumber, text.getBytes(StandardCharsets.US_ASCII), code);
    }

    private static void await(Parcel receipt) {
        try {
            receipt.done().get(5, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException late) {
            // The answer to the submission does not wait for ever.
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }
}
