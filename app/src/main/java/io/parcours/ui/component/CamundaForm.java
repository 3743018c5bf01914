package io.parcours.ui.component;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.shared.Registration;
import elemental.json.Json;
import elemental.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A Camunda Form drawn by form-js. What it submits comes from a browser: whoever listens checks it again.
 *
 * <p>Objections are shown with {@link #setErrors}; what the person typed stays.
 */
@Tag("parcours-form")
@NpmPackage(value = "@bpmn-io/form-js-viewer", version = "1.23.0")
@NpmPackage(value = "flatpickr", version = "4.6.13")
@JsModule("./components/form.ts")
public final class CamundaForm extends Component implements HasSize, HasStyle {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final transient List<Consumer<Map<String, Object>>> listeners = new CopyOnWriteArrayList<>();

    public void setSchema(String schemaJson) {
        getElement().setPropertyJson("schema", Json.parse(schemaJson));
    }

    /** The values to begin with; setting them draws the form anew. */
    public void setData(Map<String, Object> data) {
        try {
            getElement().setPropertyJson("data", Json.parse(JSON.writeValueAsString(data)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("These values cannot be shown in a form", e);
        }
    }

    public void setReadOnly(boolean readOnly) {
        getElement().setProperty("readonly", readOnly);
    }

    /** Called with the values by field key, once the browser's own checks are satisfied. */
    public Registration addSubmitListener(Consumer<Map<String, Object>> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Submits as the person would: for a button outside the form. */
    public void submit() {
        getElement().callJsFunction("submit");
    }

    /** Shows sentences at the fields with these keys, the others above the form, and goes to the first. */
    public void setErrors(Map<String, String> messages) {
        JsonObject json = Json.createObject();
        messages.forEach(json::put);
        getElement().callJsFunction("showErrors", json);
    }

    @ClientCallable
    void submitted(String data) {
        Map<String, Object> values;
        try {
            values = JSON.readValue(data, new TypeReference<Map<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A form sent something that is not JSON", e);
        }
        listeners.forEach(listener -> listener.accept(values));
    }
}
