package io.parcours.isolation;

import io.parcours.conversation.NoticeFilter;
import io.parcours.customer.ContactPoint;
import io.parcours.customer.Customer;
import io.parcours.engine.Variable;
import io.parcours.engine.Variables;
import io.parcours.isolation.Neighbour.House;
import io.parcours.media.Content;
import io.parcours.operatordata.About;
import io.parcours.wording.EditableText;
import io.parcours.work.WorkFilter;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.aop.support.AopUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A public method of a service by which something can be asked for. */
record Operation(Object service, Class<?> type, Method method) {

    /** What says that there is nothing. */
    static final List<Object> NOTHING = List.of("", false, 0, 0L, Optional.empty(), List.of(), Set.of(), Map.of());

    /** What a parameter is given that is no id. */
    private static final Map<String, String> USUAL = Map.of(
            "journey", "unrouted",
            "message", "complaint.answered",
            "code", "complaint.registered",
            "channel", "sms",
            "language", "fr",
            "tenant", Neighbour.TENANT);

    static List<Operation> of(ApplicationContext context) {
        return context.getBeansWithAnnotation(Component.class).values().stream()
                .flatMap(Operation::of)
                .filter(Operation::asks)
                .toList();
    }

    private static Stream<Operation> of(Object service) {
        Class<?> type = AopUtils.getTargetClass(service);
        // What it has from a class that it extends is its own too.
        return ours(type)
                ? Stream.<Class<?>>iterate(type, Objects::nonNull, Class::getSuperclass)
                        .filter(Operation::ours)
                        .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
                        .filter(method -> Modifier.isPublic(method.getModifiers())
                                && !Modifier.isAbstract(method.getModifiers())
                                && !Modifier.isStatic(method.getModifiers())
                                && !method.isSynthetic())
                        .map(method -> new Operation(service, type, method))
                : Stream.empty();
    }

    private static boolean ours(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && type.getPackageName().startsWith("io.parcours")
                && !type.getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath()
                        .contains("test-classes");
    }

    /** The transaction that it declares writes nothing. */
    boolean readsOnly() {
        Transactional declared = Optional.ofNullable(
                        AnnotatedElementUtils.findMergedAnnotation(method, Transactional.class))
                .orElseGet(() -> AnnotatedElementUtils.findMergedAnnotation(type, Transactional.class));
        return declared != null && declared.readOnly();
    }

    private boolean asks() {
        return Arrays.stream(method.getParameters()).anyMatch(Operation::isId);
    }

    private static boolean isId(Parameter parameter) {
        Class<?> kind = parameter.getType();
        return kind == UUID.class
                || kind == String.class && !USUAL.containsKey(parameter.getName())
                || kind == Customer.class
                || kind == ContactPoint.class
                || kind == WorkFilter.class
                || kind == NoticeFilter.class
                || Collection.class.isAssignableFrom(kind);
    }

    /** Empty where this id is of no kind that the method takes. */
    Optional<Object[]> arguments(String id, House house) {
        boolean fits = Arrays.stream(method.getParameters())
                .anyMatch(parameter -> isId(parameter) && (elementOf(parameter) != UUID.class || uuid(id) != null));
        if (!fits) {
            return Optional.empty();
        }
        List<Object> arguments = new ArrayList<>();
        for (Parameter parameter : method.getParameters()) {
            arguments.add(argument(parameter, id, house));
        }
        return Optional.of(arguments.toArray());
    }

    Object answer(List<Object> arguments) throws InvocationTargetException {
        try {
            Object answer = service.getClass()
                    .getMethod(method.getName(), method.getParameterTypes())
                    .invoke(service, arguments.toArray());
            if (answer instanceof AutoCloseable open) {
                open.close();
            }
            return answer == null ? "" : answer;
        } catch (InvocationTargetException refused) {
            throw refused;
        } catch (Exception e) {
            throw new AssertionError(this + " cannot be called", e);
        }
    }

    private Object argument(Parameter parameter, String id, House house) {
        if (Collection.class.isAssignableFrom(parameter.getType())) {
            Object element = value(elementOf(parameter), parameter.getName(), id, house);
            return parameter.getType() == Set.class ? Set.of(element) : List.of(element);
        }
        return value(parameter.getType(), parameter.getName(), id, house);
    }

    private Object value(Class<?> kind, String name, String id, House house) {
        if (kind == String.class) {
            return USUAL.getOrDefault(
                    name, uuid(id) == null || method.getParameterCount() == 1 ? id : stringFor(id, house));
        }
        if (kind == UUID.class) {
            return uuid(id) == null ? house.customer().id() : uuid(id);
        }
        if (kind.isEnum()) {
            return kind.getEnumConstants()[0];
        }
        return Stream.<Object>of(
                        10,
                        10L,
                        true,
                        BigDecimal.TEN,
                        Instant.EPOCH,
                        Duration.ofDays(1),
                        Map.of(),
                        new About(null, null, null),
                        Locale.FRENCH,
                        new byte[0],
                        new Object[0],
                        Variables.with(Variable.of("tried", String.class), id),
                        Function.identity(),
                        house.customer(),
                        new EditableText("complaint.registered", "complaint", false, List.of("caseNumber"), Map.of()),
                        new ContactPoint("sms", id),
                        new WorkFilter(List.of("complaint-billing"), null, false, false, id),
                        new NoticeFilter(null, id, false),
                        (Content) InputStream::nullInputStream,
                        (Runnable) () -> {})
                .filter(value -> boxed(kind).isInstance(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "What is a " + kind + "? Teach this test, so that " + this + " is asked too."));
    }

    /** A method that takes ids of both kinds is asked for both to begin with. */
    private String stringFor(String id, House house) {
        boolean both = Arrays.stream(method.getParameterTypes()).anyMatch(type -> type == UUID.class);
        return both ? house.caseNumber() : id;
    }

    private static Class<?> boxed(Class<?> kind) {
        return kind == int.class
                ? Integer.class
                : kind == long.class ? Long.class : kind == boolean.class ? Boolean.class : kind;
    }

    private static Class<?> elementOf(Parameter parameter) {
        return parameter.getParameterizedType() instanceof ParameterizedType several
                        && Collection.class.isAssignableFrom(parameter.getType())
                        && several.getActualTypeArguments()[0] instanceof Class<?> element
                ? element
                : parameter.getType();
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException other) {
            return null;
        }
    }

    @Override
    public String toString() {
        return type.getSimpleName() + "." + method.getName();
    }
}
