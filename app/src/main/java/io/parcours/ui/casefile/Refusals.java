package io.parcours.ui.casefile;

import static io.parcours.ui.component.Words.t;

import io.parcours.engine.AlreadyClaimed;
import io.parcours.engine.ConcurrentChange;
import io.parcours.engine.NotAllowed;
import io.parcours.engine.NotFound;
import io.parcours.ui.component.Notices;

/** Acts on tasks that somebody else may have been quicker with: each outcome in a sentence. */
public final class Refusals {

    private Refusals() {}

    /** Whether the act succeeded; where not, the person has been told why. */
    public static boolean tell(Runnable act) {
        try {
            act.run();
            return true;
        } catch (AlreadyClaimed taken) {
            Notices.failure(t("case.refused.claimed", People.name(taken.by())));
        } catch (NotFound gone) {
            Notices.failure(t("case.refused.done"));
        } catch (NotAllowed other) {
            Notices.failure(t("case.refused.role"));
        } catch (ConcurrentChange moved) {
            Notices.failure(t("case.refused.moved"));
        }
        return false;
    }
}
