package io.parcours.tenant;

import org.springframework.context.SmartLifecycle;

/** Something that is done once while the application starts, in the order of its phase, and needs no end. */
public abstract class AtStart implements SmartLifecycle {

    /** Room for facts before anything happens. */
    protected static final int FACTS = Integer.MIN_VALUE + 50;
    /** The models that journeys are made of. */
    protected static final int MODELS = Integer.MIN_VALUE + 100;
    /** What each operator has from the beginning. */
    protected static final int OPERATORS = Integer.MIN_VALUE + 200;
    /** What needs the operators to be there. */
    protected static final int PEOPLE = Integer.MIN_VALUE + 300;
    /** Before anybody outside is connected with. */
    protected static final int BEFORE_CONNECTIONS = Integer.MAX_VALUE - 5_000;
    /** When routes stand, and before jobs begin to send. */
    protected static final int BEFORE_JOBS = Integer.MAX_VALUE - 100;

    private final int phase;
    private volatile boolean done;

    protected AtStart(int phase) {
        this.phase = phase;
    }

    protected abstract void begin();

    @Override
    public void start() {
        begin();
        done = true;
    }

    @Override
    public void stop() {
        done = false;
    }

    @Override
    public boolean isRunning() {
        return done;
    }

    @Override
    public int getPhase() {
        return phase;
    }
}
