package io.parcours.demo;

import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The customers whom the demo begins with, for those who want to play one of them. */
@Component
@Profile("demo")
public class DemoCustomers {

    private final List<DemoCustomer> all =
            DemoFile.rows("customers.csv").stream().map(DemoCustomer::of).toList();

    /** Of both operators, in the order of the file. */
    public List<DemoCustomer> all() {
        return all;
    }

    public List<DemoCustomer> of(String operator) {
        return all.stream()
                .filter(customer -> customer.operator().equals(operator))
                .toList();
    }

    /** The id of the operator's business number at WhatsApp. */
    public static String whatsAppNumberOf(String operator) {
        return DemoWhatsApp.phoneNumberId(operator);
    }

    /** The operator's address, to which its customers write. */
    public static String mailAddressOf(String operator) {
        return DemoMail.address(operator);
    }

    /** The id of the operator's page at Messenger. */
    public static String messengerPageOf(String operator) {
        return DemoMessenger.pageId(operator);
    }

    /** The number of the operator's bot at Telegram. */
    public static String telegramBotOf(String operator) {
        return DemoTelegram.botId(operator);
    }

    /** The number that the operator's customers call. */
    public static String telephoneNumberOf(String operator) {
        return DemoTelephone.numberOf(operator);
    }

    /** By this the exchange knows who takes the operator's calls. */
    public static String telephoneApplicationOf(String operator) {
        return DemoTelephone.applicationOf(operator);
    }
}
