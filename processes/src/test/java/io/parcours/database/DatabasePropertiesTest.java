package io.parcours.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DatabasePropertiesTest {

    @ParameterizedTest
    @CsvSource({"'', data", "' ', data", "/srv/parcours, /srv/parcours"})
    void aFolderSetToNothingIsTheUsualOne(String set, String folder) {
        var source = new MapConfigurationPropertySource(Map.of("parcours.db.data-dir", set));

        assertThat(new Binder(source)
                        .bind("parcours.db", DatabaseProperties.class)
                        .get()
                        .dataDir())
                .isEqualTo(folder);
    }
}
