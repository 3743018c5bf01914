package io.parcours.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.account.AccountField;
import io.parcours.account.ChannelAccounts;
import io.parcours.account.SystemAccounts;
import io.parcours.conversation.Channel;
import io.parcours.ui.ScreenTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A channel brings its words along, in both languages, wherever its bundles lie. */
@ScreenTest
class ChannelWordsTest {

    @Autowired
    Messages messages;

    @Autowired
    List<Channel> channels;

    @Autowired
    ChannelAccounts accounts;

    @Autowired
    SystemAccounts systems;

    @Test
    void eachChannelHasANameAndSaysHowAQuestionIsAnsweredThere() {
        assertThat(channels).extracting(Channel::name).isNotEmpty().allSatisfy(channel -> {
            assertThat(messages.has("channel." + channel)).as(channel).isTrue();
            assertThat(messages.has("channel." + channel + ".howToAnswer"))
                    .as(channel)
                    .isTrue();
        });
    }

    @Test
    void eachSettingOfAnAccountHasALabel() {
        assertThat(accounts.kinds()).isNotEmpty().allSatisfy(channel -> assertThat(accounts.fields(channel))
                .extracting(AccountField::name)
                .allSatisfy(field -> assertThat(messages.has("accounts.field." + field))
                        .as(channel + ": " + field)
                        .isTrue()));
    }

    @Test
    void eachSettingOfASystemHasALabelOfItsOwn() {
        assertThat(systems.kinds()).isNotEmpty().allSatisfy(channel -> assertThat(systems.fields(channel))
                .extracting(AccountField::name)
                .allSatisfy(field -> assertThat(messages.has("accounts.system.field." + field))
                        .as(field)
                        .isTrue()));
    }
}
