package io.parcours.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

@ExtendWith(OutputCaptureExtension.class)
class AnnouncementTest {

    @Test
    void whoStartsTheApplicationReadsItsAddressAndWhatElseThereIsToKnow(CapturedOutput output) {
        MockEnvironment environment = new MockEnvironment().withProperty("local.server.port", "8085");
        StartNotice users = () -> List.of("awa : agent", "moussa : superviseur");

        new Announcement(List.of(users), environment).onApplicationEvent(null);

        assertThat(output.getOut().lines().filter(line -> !line.isBlank()))
                .containsExactly("Parcours : http://localhost:8085", "awa : agent", "moussa : superviseur");
    }
}
