package io.parcours.engine;

/** Told inside the engine's transaction when a journey has ended, however it ended. */
public interface JourneyObserver {

    void ended(String caseNumber);
}
