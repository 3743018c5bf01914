package io.parcours.files;

import io.parcours.complaint.Complaints;
import io.parcours.customer.Customers;
import io.parcours.media.MediaFiles;
import io.parcours.media.MediaLinks;
import io.parcours.security.DemoUser;
import io.parcours.tenant.TenantContext;
import io.parcours.work.WorkQueue;
import java.net.http.HttpResponse;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Files of a case at the running platform, and what they are asked by. */
abstract class FilesOverHttp {

    @LocalServerPort
    int port;

    @Autowired
    Complaints complaints;

    @Autowired
    Customers customers;

    @Autowired
    WorkQueue work;

    @Autowired
    MediaFiles files;

    @Autowired
    MediaLinks links;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    <T> T inTenant(Supplier<T> action) {
        return TenantContext.call(DemoUser.FATOU.tenant(), () -> transaction.execute(status -> action.get()));
    }

    static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
