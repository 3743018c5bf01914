package io.parcours.isolation;

import com.vaadin.flow.router.QueryParameters;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The part of an address behind the question mark that answers with the same id whatever name a view asks for. */
class Question extends QueryParameters {

    private final transient String id;
    private final transient Set<String> asked = new TreeSet<>();

    Question(String id) {
        super(Map.of());
        this.id = id;
    }

    /** The names that a view asked for. */
    Set<String> asked() {
        return asked;
    }

    @Override
    public Optional<String> getSingleParameter(String name) {
        asked.add(name);
        return Optional.of(id);
    }

    @Override
    public List<String> getParameters(String name) {
        asked.add(name);
        return List.of(id);
    }

    @Override
    public Map<String, List<String>> getParameters() {
        return new AbstractMap<>() {
            @Override
            public boolean containsKey(Object name) {
                asked.add(String.valueOf(name));
                return true;
            }

            @Override
            public List<String> get(Object name) {
                asked.add(String.valueOf(name));
                return List.of(id);
            }

            @Override
            public Set<Entry<String, List<String>>> entrySet() {
                return Set.of();
            }
        };
    }
}
