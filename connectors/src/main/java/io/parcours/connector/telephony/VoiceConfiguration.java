package io.parcours.connector.telephony;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.parcours.account.AccountKind;
import io.parcours.conversation.Channel;
import io.parcours.conversation.Inbox;
import io.parcours.conversation.Texts;
import io.parcours.prompt.RecordedPrompts;
import io.parcours.prompt.Voices;
import io.parcours.telephony.CallWatch;
import io.parcours.telephony.Telephony;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Accounts come from the configuration, from single beans and from {@link VoiceAccounts}: the demo's port is known late. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VoiceProperties.class)
class VoiceConfiguration {

    @Bean
    VoiceMeters voiceMeters(ObjectProvider<MeterRegistry> registry) {
        return new VoiceMeters(registry.getIfAvailable(CompositeMeterRegistry::new));
    }

    @Bean
    MediaTokens voiceMediaTokens(ObjectProvider<Clock> clock) {
        return new MediaTokens(clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    PromptFolder voicePromptFolder(VoiceProperties properties) {
        return PromptFolder.of(properties.cache());
    }

    @Bean
    Speech voiceSpeech() {
        return EspeakSpeech.installed(System.getenv("PATH"));
    }

    /** The operators' recordings are looked for when something is said: their service asks for this node's voices. */
    @Bean
    Recordings voiceRecordings(VoiceProperties properties, @Lazy RecordedPrompts prompts) {
        return new Recordings(properties.recordings(), new StoredRecordings(prompts));
    }

    @Bean
    Voices installedVoices(Speech speech, Recordings recordings) {
        return new InstalledVoices(speech, recordings);
    }

    @Bean
    SpokenWords spokenWords(Texts texts) {
        return new SpokenWords(texts);
    }

    @Bean
    Prompts voicePrompts(
            Recordings recordings,
            PromptFolder folder,
            Speech speech,
            SpokenWords words,
            MediaTokens tokens,
            ObjectProvider<Clock> clock) {
        return new Prompts(recordings, folder.path(), speech, words, tokens, clock.getIfAvailable(Clock::systemUTC));
    }

    /** The inbox is looked for when the first call comes: it draws the engine, which draws the channels. */
    @Bean
    VoiceLines voiceLines(
            VoiceProperties properties,
            ObjectProvider<VoiceAccount> single,
            ObjectProvider<VoiceAccounts> several,
            Prompts prompts,
            @Lazy Inbox inbox,
            VoiceMeters meters,
            ObjectProvider<CallWatch> watch,
            ObjectProvider<Clock> clock) {
        List<VoiceAccount> configured = properties.accounts().stream()
                .map(VoiceProperties.Account::toAccount)
                .toList();
        Supplier<List<VoiceAccount>> accounts = () -> Stream.of(
                        configured.stream(),
                        single.orderedStream(),
                        several.orderedStream().flatMap(source -> source.all().stream()))
                .flatMap(all -> all)
                .toList();
        return new VoiceLines(
                accounts, prompts, inbox, meters, watching(watch), clock.getIfAvailable(Clock::systemUTC));
    }

    /** Looked for when there is something to tell: whoever watches stands on the database, and is there later. */
    private static CallWatch watching(ObjectProvider<CallWatch> watch) {
        return new CallWatch() {
            @Override
            public void callChanged(String tenant, String account, String address) {
                watch.ifAvailable(each -> each.callChanged(tenant, account, address));
            }

            @Override
            public void exchangeChanged(String tenant, String account) {
                watch.ifAvailable(each -> each.exchangeChanged(tenant, account));
            }
        };
    }

    @Bean
    Channel voiceChannel(VoiceLines lines, SpokenWords words, VoiceMeters meters) {
        return new VoiceChannel(lines, words, meters);
    }

    @Bean
    AccountKind voiceAccountKind(VoiceLines lines, VoiceMeters meters) {
        return new VoiceAccountKind(lines, meters);
    }

    @Bean
    Telephony asteriskTelephony(VoiceLines lines) {
        return new AsteriskTelephony(lines);
    }

    @Bean
    ServletRegistrationBean<MediaServlet> voiceMedia(MediaTokens tokens, PromptFolder folder) {
        ServletRegistrationBean<MediaServlet> registration =
                new ServletRegistrationBean<>(new MediaServlet(tokens, folder.path()), MediaServlet.PATH + "/*");
        registration.setName("voiceMedia");
        return registration;
    }

    /** Where spoken prompts lie. */
    record PromptFolder(Path path) {

        static PromptFolder of(Path configured) {
            try {
                return new PromptFolder(
                        configured == null
                                ? Files.createTempDirectory("parcours-voice")
                                : Files.createDirectories(configured));
            } catch (IOException failed) {
                throw new UncheckedIOException("There is no folder for spoken prompts", failed);
            }
        }
    }
}
