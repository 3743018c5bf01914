package io.parcours.ui.supervisor;

import static io.parcours.ui.component.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How old the items of a queue are: a part of the bar for each age, its number in it, the whole as long as the queue. */
class AgeBar extends Div {

    static final List<String> BUCKETS = List.of("under1h", "under4h", "under24h", "over24h");

    /** @param longest how many items the longest queue holds: its bar takes the whole width */
    AgeBar(Map<String, Integer> counts, int longest) {
        addClassName("p-ages");
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        Span words = new Span(words(counts));
        words.addClassName("p-sr");
        Div bar = new Div();
        bar.addClassName("p-ages-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        bar.getStyle().set("width", longest == 0 ? "0" : Math.max(4, 100 * all / longest) + "%");
        BUCKETS.stream().filter(counts::containsKey).forEach(bucket -> bar.add(part(bucket, counts.get(bucket))));
        add(words, bar);
    }

    private static Span part(String bucket, int count) {
        Span part = new Span(String.valueOf(count));
        part.addClassNames("p-age", "p-age-" + bucket);
        part.getStyle().set("flex-grow", String.valueOf(count));
        part.setTitle(t("supervise.age.count", t("supervise.age." + bucket), count));
        return part;
    }

    private static String words(Map<String, Integer> counts) {
        return BUCKETS.stream()
                .filter(counts::containsKey)
                .map(bucket -> t("supervise.age.count", t("supervise.age." + bucket), counts.get(bucket)))
                .collect(Collectors.joining(", "));
    }

    /** What the shades of the bars mean. */
    static Div legend() {
        Div legend = new Div();
        legend.addClassName("p-ages-legend");
        BUCKETS.forEach(bucket -> {
            Span shade = new Span();
            shade.addClassNames("p-age", "p-age-" + bucket);
            legend.add(new Span(shade, new Span(t("supervise.age." + bucket))));
        });
        return legend;
    }
}
