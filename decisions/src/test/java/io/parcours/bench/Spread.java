package io.parcours.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The figures of several rounds: the middle one, and how far apart the rounds lie. */
public final class Spread {

    private final List<Double> values = new ArrayList<>();

    public void add(double value) {
        values.add(value);
    }

    /** Forgets what was only to warm up. */
    public void clear() {
        values.clear();
    }

    public double median() {
        return quantile(0.5);
    }

    /** The value below which this part of the figures lies. */
    public double quantile(double part) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int last = sorted.size() - 1;
        return last < 0 ? Double.NaN : sorted.get((int) Math.round(part * last));
    }

    /** Median, least and most, with as many decimals as the size of the figure deserves. */
    @Override
    public String toString() {
        return values.isEmpty()
                ? "–"
                : "%s (%s–%s)".formatted(figure(median()), figure(quantile(0)), figure(quantile(1)));
    }

    public static String figure(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }
}
