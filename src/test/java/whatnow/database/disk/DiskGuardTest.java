package whatnow.database.disk;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whatnow.database.disk.Place.Kind;

/** What the guard makes of what it sees. */
class DiskGuardTest {

    private static final Path DATABASE = Path.of("/srv/database");
    private static final Path JOURNAL = Path.of("/srv/journal");
    private static final long MEBI = 1L << 20;

    private final Map<Path, Space> seen = new HashMap<>();

    @Test
    @DisplayName("intake closes for the database's disk and opens again by itself (D-1)")
    void intakeClosesForTheDatabasesDiskAndOpensAgainByItself() {
        var guard = guard(DATABASE, percent(50));
        assertThat(guard.isFull()).isFalse();
        assertThat(guard.troubles()).isEmpty();

        seen.put(DATABASE, percent(91));
        guard.look();
        assertThat(guard.isFull()).isTrue();
        assertThat(guard.troubles())
                .containsExactly(
                        "The disk of the database (/srv/database) is full: 91 % used, 360 MiB free. No alert is"
                                + " taken (senders get 503 and come back); what is known is still decided and read."
                                + " Make room there; nothing needs to be started again.");

        seen.put(DATABASE, percent(83));
        guard.look();
        assertThat(guard.isFull()).isFalse();
        assertThat(guard.troubles())
                .containsExactly("The disk of the database (/srv/database) is filling up: 83 % used, 680 MiB free. From"
                        + " 90 % on, or with less than 64 MiB free, no alert is taken."
                        + " Make room there; nothing needs to be started again.");
    }

    /** The database takes alerts all the same; only what would be kept beside it cannot be. */
    @Test
    void aFullDiskOfTheJournalClosesTheJournalAlone() {
        var guard = guard(JOURNAL, percent(95));

        assertThat(guard.isFull()).isFalse();
        assertThat(guard.isFullForJournal()).isTrue();
        assertThat(guard.troubles())
                .singleElement()
                .asString()
                .contains("While the database is away no alert is taken.");
    }

    @Test
    void whatCannotBeReadChangesNothing() {
        var guard = guard(DATABASE, percent(95));

        seen.remove(DATABASE);
        guard.look();

        assertThat(guard.isFull()).isTrue();
    }

    @Test
    void whatIsUsedIsMeasured() {
        var meters = new SimpleMeterRegistry();
        var guard = guard(DATABASE, percent(50));
        guard.measure(meters);

        seen.put(DATABASE, percent(92));
        guard.look();

        assertThat(meters.get("whatnow.disk.used").tag("of", "database").gauge().value())
                .isEqualTo(0.92);
        assertThat(meters.get("whatnow.disk.full").gauge().value()).isEqualTo(1);
    }

    @Test
    void theRoomOfAFolderThatIsNotThereIsThatOfWhereItWillBe(@TempDir Path folder) throws Exception {
        var store = Files.getFileStore(folder);

        var space = new MountedSpace().folder(folder.resolve("not/yet")).orElseThrow();

        assertThat(space.used() + space.free()).isBetween(1L, store.getTotalSpace());
    }

    private DiskGuard guard(Path folder, Space space) {
        seen.put(DATABASE, percent(1));
        seen.put(JOURNAL, percent(1));
        seen.put(folder, space);
        return new DiskGuard(
                it -> Optional.ofNullable(seen.get(it)),
                new EnumMap<>(Map.of(Kind.DATABASE, DATABASE, Kind.JOURNAL, JOURNAL)));
    }

    private static Space percent(int used) {
        return new Space(used * 40 * MEBI, (100 - used) * 40 * MEBI);
    }
}
