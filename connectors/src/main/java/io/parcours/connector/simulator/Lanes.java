package io.parcours.connector.simulator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What waits for delivery: in order within a lane, in any order among lanes, and one POST at a time from each. */
final class Lanes {

    private final Map<String, Lane> lanes = new HashMap<>();
    private final Deque<Lane> ready = new ArrayDeque<>();

    private static final class Lane {

        private final String name;
        private final Deque<Delivery> waiting = new ArrayDeque<>();

        private Lane(String name) {
            this.name = name;
        }
    }

    /** One notification on its way, which remembers how often it was tried. */
    static final class Delivery {

        private final Notification notification;
        private final int copy;
        private int attempts;

        Delivery(Notification notification, int copy) {
            this.notification = notification;
            this.copy = copy;
        }

        Notification notification() {
            return notification;
        }

        int copy() {
            return copy;
        }

        int attempts() {
            return attempts;
        }
    }

    /** What one POST carries; its lanes are closed until it is settled. */
    static final class Load {

        private final Map<Lane, Integer> taken = new HashMap<>();
        private final List<Delivery> deliveries = new ArrayList<>();

        List<Delivery> deliveries() {
            return deliveries;
        }

        int attempts() {
            return deliveries.stream().mapToInt(Delivery::attempts).max().orElse(0);
        }
    }

    synchronized void put(String name, Delivery delivery) {
        Lane lane = lanes.get(name);
        if (lane == null) {
            lane = new Lane(name);
            lanes.put(name, lane);
            ready.addLast(lane);
        }
        lane.waiting.addLast(delivery);
    }

    /** @return empty where nothing is ready */
    synchronized Load take(int most) {
        Load load = new Load();
        while (load.deliveries.size() < most && !ready.isEmpty()) {
            Lane lane = ready.pollFirst();
            int before = load.deliveries.size();
            lane.waiting.stream().limit(most - before).forEach(load.deliveries::add);
            load.taken.put(lane, load.deliveries.size() - before);
        }
        load.deliveries.forEach(delivery -> delivery.attempts++);
        return load;
    }

    /** @return how many lanes are ready again */
    synchronized int taken(Load load) {
        int before = ready.size();
        load.taken.forEach((lane, count) -> {
            for (int i = 0; i < count; i++) {
                lane.waiting.pollFirst();
            }
            if (lane.waiting.isEmpty()) {
                lanes.remove(lane.name);
            } else {
                ready.addLast(lane);
            }
        });
        return ready.size() - before;
    }

    /** @return how many lanes are ready again */
    synchronized int again(Load load) {
        ready.addAll(load.taken.keySet());
        return load.taken.size();
    }

    synchronized int ready() {
        return ready.size();
    }
}
