package io.parcours.connector.sms;

import io.parcours.connector.Discreet;
import io.parcours.conversation.Inbox;
import io.parcours.tenant.TenantContext;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.jsmpp.bean.AbstractSmCommand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The end of an inbound route: puts a message or a receipt into the inbox, and returns when it is stored. */
final class SmsInbound implements Processor {

    private static final Logger log = LoggerFactory.getLogger(SmsInbound.class);

    private final SmsAccount account;
    private final InboundText texts;
    private final DeliveryReceipts receipts;
    private final Inbox inbox;
    private final SmsMeters meters;
    private final Clock clock;

    SmsInbound(SmsLine line, Inbox inbox, SmsMeters meters, Clock clock) {
        this.account = line.account();
        this.texts = new InboundText(account);
        this.receipts = new DeliveryReceipts(account, line.ids());
        this.inbox = inbox;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        AbstractSmCommand pdu = exchange.getIn().getMandatoryBody(AbstractSmCommand.class);
        String bind = exchange.getIn().getHeader(SmscConsumer.BIND, String.class);
        MDC.put("tenant", account.tenant());
        try {
            TenantContext.run(account.tenant(), () -> store(pdu, bind));
        } catch (RuntimeException failure) {
            meters.received(account, "failed");
            log.error(
                    "An SMS to {}/{} was not stored; the message centre keeps it",
                    account.tenant(),
                    account.name(),
                    Discreet.copy(failure));
            throw failure;
        } finally {
            MDC.remove("tenant");
        }
    }

    private void store(AbstractSmCommand pdu, String bind) {
        if (DeliveryReceipts.isReceipt(pdu)) {
            receipts.read(pdu, clock.instant()).ifPresent(inbox::receive);
            meters.received(account, "receipt");
        } else {
            inbox.receive(texts.read(pdu, bind, clock.instant()));
            meters.received(account, "text");
        }
    }
}
