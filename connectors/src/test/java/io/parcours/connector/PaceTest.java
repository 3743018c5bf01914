package io.parcours.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Duration NEAR = Duration.ofSeconds(1);

    @Test
    void placesAreAnEvenDistanceApart() {
        Pace pace = new Pace(2);
        List<Duration> places = Stream.generate(pace::place).limit(201).toList();

        assertThat(places.get(0)).isZero();
        // The clock goes on while places are drawn, so each may be a little nearer than it was.
        assertThat(places.get(200)).isBetween(Duration.ofSeconds(100).minus(NEAR), Duration.ofSeconds(100));
    }

    @Test
    void withoutALimitEverybodyMayGoAtOnce() {
        Pace pace = new Pace(null);
        assertThat(Stream.generate(pace::place).limit(1_000)).allMatch(Duration::isZero);
        assertThat(pace.atWire()).isTrue();
    }

    @Test
    void whoComesTooLateToTheirPlacesDoesNotGoAllAtOnceAllTheSame() {
        Pace pace = new Pace(1);
        assertThat(pace.atWire()).isTrue();
        assertThat(pace.atWire()).isFalse();
    }

    @Test
    void whereTheProviderWantsToBeLeftAloneNobodyGoes() {
        Pace pace = new Pace(null);
        pace.hold(Duration.ofMinutes(1));

        assertThat(pace.atWire()).isFalse();
        assertThat(pace.place()).isBetween(Duration.ofSeconds(59), Duration.ofMinutes(1));
    }

    @Test
    void freePlacesAreThoseOfTheNextHalfSecondThatNobodyHasDrawn() {
        Pace pace = new Pace(100);
        assertThat(pace.freePlaces()).isEqualTo(51);
        Stream.generate(pace::place).limit(20).toList();
        assertThat(pace.freePlaces()).isBetween(31, 50);
        Stream.generate(pace::place).limit(400).toList();
        assertThat(pace.freePlaces()).isZero();
        assertThat(new Pace(null).freePlaces()).isEqualTo(Integer.MAX_VALUE);
        assertThat(new Pace(1).freePlaces())
                .as("slower than one each half second")
                .isEqualTo(1);
    }

    @Test
    void noPlaceIsFreeWhileTheProviderWantsToBeLeftAlone() {
        Pace pace = new Pace(100);
        assertThat(pace.held()).isZero();
        pace.hold(Duration.ofMillis(900));

        assertThat(pace.held()).isBetween(Duration.ofMillis(1), Duration.ofMillis(900));
        assertThat(pace.freePlaces()).isZero();
    }
}
