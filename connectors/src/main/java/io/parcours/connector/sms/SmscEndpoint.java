package io.parcours.connector.sms;

import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.component.smpp.SmppConfiguration;
import org.apache.camel.component.smpp.SmppEndpoint;
import org.apache.camel.support.DefaultProducer;

/**
 * The message centre of one account, for the account's two routes over one bind.
 *
 * <p>What is submitted is camel-smpp's; only the bind is ours. camel-smpp 4.14 binds at the start of the context or in
 * the thread that sends first, stays in that thread for as long as the centre refuses, and acknowledges a message of
 * which it cannot make an exchange.
 */
final class SmscEndpoint extends SmppEndpoint {

    private static final int INBOUND_QUEUE = 1_000;

    private final SmscBind bind;

    SmscEndpoint(Component component, SmsLine line) {
        super(
                line.account().address() + "?account=" + line.account().tenant() + "/"
                        + line.account().name(),
                component,
                configuration(line.account()));
        this.bind = new SmscBind(line.account(), getConfiguration(), line.state());
    }

    @Override
    public Producer createProducer() {
        return new DefaultProducer(this) {
            @Override
            public void process(Exchange exchange) throws Exception {
                getBinding().createSmppCommand(bind.session(), exchange).execute(exchange);
            }
        };
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        return new SmscConsumer(this, processor, bind);
    }

    private static SmppConfiguration configuration(SmsAccount account) {
        SmppConfiguration configuration = new SmppConfiguration();
        configuration.setHost(account.host());
        configuration.setPort(account.port());
        configuration.setUsingSSL(account.tls());
        configuration.setSystemId(account.systemId());
        configuration.setPassword(account.password());
        configuration.setEnquireLinkTimer((int) account.options().enquireLink().toMillis());
        configuration.setTransactionTimer(
                (int) account.options().responseTimeout().toMillis());
        configuration.setPduProcessorDegree(account.options().inboundThreads());
        configuration.setPduProcessorQueueCapacity(INBOUND_QUEUE);
        configuration.setPriorityFlag((byte) 0);
        return configuration;
    }
}
