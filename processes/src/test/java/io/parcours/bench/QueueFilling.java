package io.parcours.bench;

import io.parcours.database.BenchServer;

/** Open tasks by the hundred thousand, written beside the engine: an instance each, three queues, five priorities. */
final class QueueFilling {

    private static final String TASKS = """
            insert into act_ru_execution (id_, rev_, root_proc_inst_id_, proc_inst_id_, business_key_, proc_def_id_, act_id_,
                                          is_active_, is_concurrent_, is_scope_, is_event_scope_, suspension_state_,
                                          cached_ent_state_, sequence_counter_, tenant_id_)
            select 'e' || n, 1, 'e' || n, 'e' || n, 'B-' || n, d.id_, 'solveComplaint', true, false, true, false, 1, 2, 1, %2$s
            from generate_series(%3$d, %4$d - 1) n, (select id_ from act_re_procdef where key_ = 'complaint') d;
            insert into act_ru_task (id_, rev_, execution_id_, proc_inst_id_, proc_def_id_, name_, task_def_key_, priority_,
                                     create_time_, suspension_state_, tenant_id_)
            select 't' || n, 1, 'e' || n, 'e' || n, d.id_, 'Traiter', 'solveComplaint', 1 + n * 7 %% 5,
                   timestamp '2026-01-01' + n * interval '1 second', 1, %2$s
            from generate_series(%3$d, %4$d - 1) n, (select id_ from act_re_procdef where key_ = 'complaint') d;
            insert into act_ru_identitylink (id_, rev_, group_id_, type_, task_id_, tenant_id_)
            select 'l' || n, 1, (array['complaint-technical', 'complaint-billing', 'complaint-relational'])[1 + n %% 3],
                   'candidate', 't' || n, %2$s
            from generate_series(%3$d, %4$d - 1) n;
            """;

    /** Indexes are made anew afterwards: that takes seconds where keeping them in step takes minutes. */
    private static final String WITHOUT_INDEXES = """
            set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '512MB';
            create temp table dropped as select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made
            from pg_index where not indisunique and indrelid::regclass::text in
                ('act_ru_execution', 'act_ru_task', 'act_ru_identitylink', 'work_item', 'journey_case', 'complaint');
            do $$ declare i record; begin
                for i in select * from dropped loop execute 'drop index ' || i.name; end loop;
            end $$;
            """;

    private static final String WITH_INDEXES = """
            do $$ declare i record; begin
                for i in select * from dropped loop execute i.made; end loop;
            end $$;
            """;

    private static final String ITEMS = """
            insert into journey_case (tenant_id, case_number, journey, customer_id)
            select 'demo', 'Q-' || n, 'complaint', c.id from generate_series(%1$d, %2$d - 1) n,
                   (select id from customer where tenant_id = 'demo' limit 1) c;
            insert into complaint (tenant_id, case_number, customer_id, description, status)
            select 'demo', 'Q-' || n, c.id, 'Facture', 'OPEN' from generate_series(%1$d, %2$d - 1) n,
                   (select id from customer where tenant_id = 'demo' limit 1) c;
            insert into work_item (task_id, tenant_id, queue, journey, task_key, case_number, priority, created_at)
            select 't' || n, 'demo', (array['complaint-technical', 'complaint-billing', 'complaint-relational'])[1 + n %% 3],
                   'complaint', 'solveComplaint', 'Q-' || n, 1 + n * 7 %% 5, timestamptz '2026-01-01' + n * interval '1 second'
            from generate_series(%1$d, %2$d - 1) n;
            """;

    private final BenchServer server;
    private int filled;

    QueueFilling(BenchServer server) {
        this.server = server;
        server.runIn(
                "parcours",
                "insert into customer (tenant_id, kind, first_name, last_name) values ('demo', 'customer', 'Awa', 'Dossou')");
    }

    /** Adds tasks until so many have been written, in both databases. */
    void upTo(int tasks) {
        server.runIn("parcours", script("'demo'", tasks, ITEMS.formatted(filled, tasks)));
        server.runIn(StockDatabase.NAME, script("null", tasks, ""));
        server.analyze("parcours");
        server.analyze(StockDatabase.NAME);
        filled = tasks;
    }

    /** No checks of foreign keys: what is written here fits. */
    private String script(String tenant, int tasks, String more) {
        return WITHOUT_INDEXES + TASKS.formatted("", tenant, filled, tasks) + more + WITH_INDEXES;
    }
}
