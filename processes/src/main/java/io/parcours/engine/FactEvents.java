package io.parcours.engine;

import org.camunda.bpm.engine.impl.history.event.HistoricJobLogEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.runtime.Job;

/**
 * What the engine tells of jobs that failed, without their stack. The engine stores that at once, for a history table that would
 * delete it one day: nobody here ever would, and a job keeps its own.
 */
class FactEvents extends CacheAwareHistoryEventProducer {

    @Override
    public HistoryEvent createHistoricJobLogFailedEvt(Job job, Throwable exception) {
        HistoryEvent event = createHistoricJobLogEvt(job, HistoryEventTypes.JOB_FAIL);
        if (exception != null) {
            ((HistoricJobLogEvent) event).setJobExceptionMessage(exception.getMessage());
        }
        return event;
    }
}
