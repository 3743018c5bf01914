package io.parcours.engine;

/**
 * One run of a job that sends.
 *
 * @param key the same each time the engine tries this job again, and never the same for another: what a send is known by
 * @param last whether an incident is raised should this run fail
 */
public record Attempt(String key, boolean last) {

    /** For something else that the same job sends before. */
    public Attempt beside(String what) {
        return new Attempt(key + "+" + what, last);
    }
}
