package whatnow.database.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static whatnow.database.disk.Room.ENOUGH;
import static whatnow.database.disk.Room.NONE;
import static whatnow.database.disk.Room.SCARCE;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a disk counts as full, and when no more. */
class RoomTest {

    private static final long MEBI = 1L << 20;
    private static final long GIBI = 1L << 30;

    @ParameterizedTest(name = "{0} % of 4 GiB used is {1}")
    @CsvSource({"0, ENOUGH", "79, ENOUGH", "80, SCARCE", "89, SCARCE", "90, NONE", "100, NONE"})
    @DisplayName("warned is at 80 %, and closed at 90 % (D-1)")
    void warnedIsAtEightyAndClosedAtNinety(int percent, Room room) {
        assertThat(ENOUGH.next(disk(4 * GIBI, percent))).isEqualTo(room);
    }

    @ParameterizedTest(name = "from {0} at {1} % to {2}")
    @CsvSource({
        "NONE, 89, NONE",
        "NONE, 88, NONE",
        "NONE, 87, SCARCE",
        "SCARCE, 89, SCARCE",
        "SCARCE, 79, SCARCE",
        "SCARCE, 77, ENOUGH",
        "NONE, 10, ENOUGH",
        "SCARCE, 95, NONE"
    })
    @DisplayName("what is closed opens again below 88 % and not at the line it closed at (D-1)")
    void whatIsClosedOpensAgainBelowTheLineItClosedAt(Room before, int percent, Room after) {
        assertThat(before.next(disk(4 * GIBI, percent))).isEqualTo(after);
    }

    /** A tenth of a small disk is less than PostgreSQL needs to go on. */
    @Test
    void aSmallDiskIsFullWhenPostgresCouldNotGoOn() {
        assertThat(ENOUGH.next(new Space(100 * MEBI, 63 * MEBI))).isEqualTo(NONE);
        assertThat(ENOUGH.next(new Space(100 * MEBI, 64 * MEBI))).isEqualTo(SCARCE);
        assertThat(NONE.next(new Space(100 * MEBI, 79 * MEBI))).isEqualTo(NONE);
        assertThat(NONE.next(new Space(100 * MEBI, 81 * MEBI))).isEqualTo(SCARCE);
    }

    /** A notebook of 1 TB with 60 GB left takes alerts for weeks. */
    @Test
    void aLargeDiskWithRoomForDaysIsNotFull() {
        assertThat(ENOUGH.next(disk(1_000 * GIBI, 94))).isEqualTo(ENOUGH);
        assertThat(ENOUGH.next(new Space(991 * GIBI, 9 * GIBI))).isEqualTo(NONE);
        assertThat(NONE.next(new Space(989 * GIBI, 11 * GIBI))).isEqualTo(NONE);
        assertThat(NONE.next(new Space(987 * GIBI, 13 * GIBI))).isEqualTo(ENOUGH);
    }

    private static Space disk(long size, int percentUsed) {
        var used = size / 100 * percentUsed;
        return new Space(used, size / 100 * 100 - used);
    }
}
