package io.parcours.bench;

import io.parcours.connector.simulator.SmscAccount;
import io.parcours.connector.simulator.SmscSimulator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;

/** SMS in bulk through a message centre that takes its time, beside jSMPP alone with the same window. */
final class SmsBenchmark {

    private static final int WINDOW = 10;
    private static final int MESSAGES = 2_000;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final Duration ANSWER = Duration.ofMillis(50);
    private static final String TEXT = "Sahel Mobile : votre facture est disponible.";

    /** Sends a number of messages through the simulated centre and returns when it has taken all of them. */
    interface Contender {

        String name();

        void send(int messages) throws Exception;
    }

    private SmsBenchmark() {}

    /** @param folder for the product's database */
    static void run(Path folder) throws Exception {
        try (SmscSimulator centre = SmscSimulator.start(
                        new SmscAccount("bench", "secret", "707"), new SmscAccount("sahel", "secret", "7070"));
                Broadcasting ours = new Broadcasting(folder, centre.url("sahel"), MESSAGES)) {
            centre.faults().answerAfter(ANSWER);
            compare(List.of(new Bare(centre.port()), ours));
        }
    }

    private static void compare(List<Contender> contenders) {
        List<Spread> rates = contenders.stream().map(each -> new Spread()).toList();
        List<Spread> cpu = contenders.stream().map(each -> new Spread()).toList();
        List<Runnable> turns = new ArrayList<>();
        for (int i = 0; i < contenders.size(); i++) {
            int index = i;
            turns.add(() -> round(contenders.get(index), rates.get(index), cpu.get(index)));
        }
        Rounds.alternate(1, turns);
        rates.forEach(Spread::clear);
        cpu.forEach(Spread::clear);
        Rounds.alternate(ROUNDS, turns);
        Table table = new Table(
                "SMS in bulk, window %d, the centre answers after %d ms, median (least–most) of %d rounds of %d"
                        .formatted(WINDOW, ANSWER.toMillis(), ROUNDS, MESSAGES),
                "contender",
                "CPU ms a message (centre included)",
                "messages a second",
                "× bare");
        for (int i = 0; i < contenders.size(); i++) {
            table.row(
                    contenders.get(i).name(),
                    cpu.get(i),
                    rates.get(i),
                    rates.get(i).median() / rates.get(0).median());
        }
        table.print();
    }

    private static void round(Contender contender, Spread rate, Spread cpu) {
        CpuClock clock = new CpuClock(-1);
        CpuClock.Reading before = clock.read();
        long begin = System.nanoTime();
        try {
            contender.send(MESSAGES);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        rate.add(MESSAGES / ((System.nanoTime() - begin) / 1e9));
        cpu.add(clock.read().since(before).jvm() / MESSAGES);
    }

    /** jSMPP waits for each answer, so that as many threads as the window is wide keep it full. */
    private static final class Bare implements Contender {

        private final SMPPSession session = new SMPPSession();

        private Bare(int port) throws Exception {
            session.setPduProcessorDegree(WINDOW);
            session.connectAndBind(
                    "127.0.0.1",
                    port,
                    new BindParameter(
                            BindType.BIND_TRX,
                            "bench",
                            "secret",
                            "",
                            TypeOfNumber.UNKNOWN,
                            NumberingPlanIndicator.UNKNOWN,
                            null));
        }

        @Override
        public String name() {
            return "jSMPP alone";
        }

        @Override
        public void send(int messages) throws Exception {
            ExecutorService pool = Executors.newFixedThreadPool(WINDOW);
            AtomicInteger left = new AtomicInteger(messages);
            Callable<Void> sender = () -> {
                for (int n = left.getAndDecrement(); n > 0; n = left.getAndDecrement()) {
                    submit(n);
                }
                return null;
            };
            try {
                List<Future<Void>> all = new ArrayList<>();
                for (int i = 0; i < WINDOW; i++) {
                    all.add(pool.submit(sender));
                }
                for (Future<Void> each : all) {
                    each.get();
                }
            } finally {
                pool.shutdown();
            }
        }

        private void submit(int n) throws Exception {
            session.submitShortMessage(
                    "",
                    TypeOfNumber.NETWORK_SPECIFIC,
                    NumberingPlanIndicator.UNKNOWN,
                    "707",
                    TypeOfNumber.INTERNATIONAL,
                    NumberingPlanIndicator.ISDN,
                    "22997%06d".formatted(n),
                    new ESMClass(),
                    (byte) 0,
                    (byte) 1,
                    null,
                    null,
                    new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                    (byte) 0,
                    new GeneralDataCoding(Alphabet.ALPHA_DEFAULT),
                    (byte) 0,
                    TEXT.getBytes(StandardCharsets.ISO_8859_1));
        }
    }
}
