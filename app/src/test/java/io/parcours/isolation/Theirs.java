package io.parcours.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.engine.Model;
import io.parcours.engine.Models;
import io.parcours.i18n.Messages;
import io.parcours.isolation.Belongings.Id;
import io.parcours.isolation.Neighbour.House;
import io.parcours.security.DemoUser;
import io.parcours.tenant.TenantContext;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** By what the other operator's things can be asked for, and the words by which they would be recognised on one's own screen. */
@Component
class Theirs {

    private final Neighbour neighbour;
    private final Models models;
    private final Messages messages;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Map<String, String> squeezed = new ConcurrentHashMap<>();
    private List<Id> ids;
    private Set<String> words;

    Theirs(Neighbour neighbour, Models models, Messages messages, JdbcClient jdbc, TransactionTemplate transaction) {
        this.neighbour = neighbour;
        this.models = models;
        this.messages = messages;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Everybody who is not of that operator: those of another one, and who runs the platform. */
    static List<DemoUser> strangers() {
        return Arrays.stream(DemoUser.values())
                .filter(person -> !person.tenant().equals(Neighbour.TENANT))
                .toList();
    }

    House house() {
        return neighbour.house();
    }

    synchronized List<Id> ids() {
        if (ids == null) {
            house();
            List<Id> found = system(new Belongings(jdbc)::ids);
            List<Id> known =
                    house().ids().stream().map(id -> new Id("known", id, true)).toList();
            ids = Stream.concat(known.stream(), found.stream().filter(id -> !house().ids()
                            .contains(id.value())))
                    .toList();
            assertThat(found).filteredOn(Id::alone).hasSizeGreaterThan(20);
        }
        return ids;
    }

    synchronized Set<String> words() {
        if (words == null) {
            house();
            String readable = readByAnybody();
            words = system(() -> new Belongings(jdbc).words(() -> readable));
            assertThat(words).containsAll(House.WORDS).hasSizeGreaterThan(50);
        }
        return words;
    }

    /** Nothing of theirs stands in it, but for what the asker brought along. @param where a failure says that it was */
    void absentFrom(String where, String text, Collection<String> words, String brought) {
        String shown = Belongings.squeezed(text);
        String own = Belongings.squeezed(brought);
        assertThat(words)
                .filteredOn(word -> shown.contains(squeezed.computeIfAbsent(word, Belongings::squeezed)))
                .as("of another operator, at %s, after asking for \"%s\"", where, brought)
                .allMatch(word -> own.contains(Belongings.squeezed(word)));
    }

    List<String[]> tables() {
        return system(new Belongings(jdbc)::tables);
    }

    private <T> T system(java.util.function.Supplier<T> read) {
        return TenantContext.callAsSystem(() -> transaction.execute(status -> read.get()));
    }

    /** What every operator reads: the screens' own texts and the shared models. */
    private String readByAnybody() {
        String own = messages.getProvidedLocales().stream()
                .map(language ->
                        String.join("\n", messages.startingWith("", language).values()))
                .collect(Collectors.joining("\n"));
        return TenantContext.call(DemoUser.AICHA.tenant(), () -> models.all().stream()
                .map(Model::id)
                .map(models::source)
                .collect(Collectors.joining("\n", own, "")));
    }
}
