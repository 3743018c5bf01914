package io.parcours.engine;

import java.util.Map;

/**
 * The form of an open task.
 *
 * @param schemaJson Camunda Forms JSON, in French as the analysts wrote it
 * @param data values to show at first, by field
 */
public record TaskForm(String formId, String schemaJson, Map<String, Object> data) {}
