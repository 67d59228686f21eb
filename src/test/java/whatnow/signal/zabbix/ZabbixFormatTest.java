package whatnow.signal.zabbix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import whatnow.signal.sender.Format;
import whatnow.signal.sender.FormatContract;

class ZabbixFormatTest extends FormatContract {

    @Override
    protected Format format() {
        return new ZabbixFormat();
    }

    @Override
    protected String firing() {
        return """
                {"hostname": "freight-db-1", "service": "freight-db", "severity": "Disaster", "status": "PROBLEM", "item": "Agent ping is Up (1)",
                 "trigger": "Zabbix agent is unreachable for 5 minutes", "link": "https://zabbix.example/tr_events.php?triggerid=14032&eventid=10528"}""";
    }

    @Override
    protected String resolved() {
        return """
                {"hostname": "freight-db-1", "service": "freight-db", "severity": "Disaster", "status": "OK", "item": "Agent ping is Up (1)",
                 "trigger": "Zabbix agent is unreachable for 5 minutes", "link": "https://zabbix.example/tr_events.php?triggerid=14032&eventid=10531"}""";
    }

    @Test
    void theTriggerOnItsHostIsOneThing() {
        assertThat(only(firing()).fingerprint()).isEqualTo("trigger 14032 freight-db-1");
        assertThat(only(firing().replace("freight-db-1", "freight-db-2")).fingerprint())
                .isEqualTo("trigger 14032 freight-db-2");
    }
}
