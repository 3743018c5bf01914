package io.parcours.work;

import java.util.List;

/** The queues that a journey's user tasks name. Each journey brings its own; every operator gets them. */
public interface JourneyQueues {

    List<Queue> queues();
}
