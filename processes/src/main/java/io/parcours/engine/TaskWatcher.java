package io.parcours.engine;

import java.util.LinkedHashSet;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Collects the tasks that a transaction touches. It is a <em>built-in</em> listener, so it hears of a task even where a
 * command skips the models' own listeners.
 */
class TaskWatcher implements TaskListener {

    private final ObjectProvider<TaskObserver> observers;

    TaskWatcher(ObjectProvider<TaskObserver> observers) {
        this.observers = observers;
    }

    @Override
    public void notify(DelegateTask task) {
        touched(task.getId());
    }

    void touched(String taskId) {
        for (TransactionSynchronization synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof Touched touched) {
                touched.ids.add(taskId);
                return;
            }
        }
        Touched touched = new Touched();
        touched.ids.add(taskId);
        TransactionSynchronizationManager.registerSynchronization(touched);
    }

    private final class Touched implements TransactionSynchronization {

        private final Set<String> ids = new LinkedHashSet<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            observers.forEach(observer -> observer.touched(ids));
        }
    }
}
