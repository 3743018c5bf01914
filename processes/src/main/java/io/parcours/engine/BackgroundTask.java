package io.parcours.engine;

/** Work of the platform itself that a job of the engine does: it survives a crash and is tried again. */
public interface BackgroundTask {

    /** Unique; stored with each job. */
    String name();

    /**
     * Runs under the tenant that asked for it, in a transaction.
     *
     * @param argument as given to {@link Background#run}
     */
    void run(String argument, Attempt attempt);
}
