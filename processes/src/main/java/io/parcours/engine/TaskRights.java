package io.parcours.engine;

import java.util.Set;

/** Who may work which queue; the work package knows. */
public interface TaskRights {

    boolean mayWork(String queue, Set<String> roles);
}
