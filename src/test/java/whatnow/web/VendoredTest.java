package whatnow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("scripts of others (S-16)")
class VendoredTest {

    static final Path FOLDER = Path.of("src/main/resources/static/vendor");

    @Test
    void areTheOnesThatWereLookedAtAndBringTheirLicence() throws IOException, NoSuchAlgorithmException {
        var written = new TreeMap<String, String>();
        for (var line : Files.readAllLines(FOLDER.resolve("SHA256SUMS"))) {
            written.put(line.substring(66).strip(), line.substring(0, 64));
        }
        var found = new TreeMap<String, String>();
        try (var files = Files.list(FOLDER)) {
            for (var file : files.filter(it -> it.toString().endsWith(".js")).toList()) {
                var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                found.put(file.getFileName().toString(), HexFormat.of().formatHex(digest));
                assertThat(FOLDER.resolve(file.getFileName().toString().replaceFirst("\\..*", ".LICENSE.txt")))
                        .exists();
            }
        }

        assertThat(found).isEqualTo(written).hasSizeGreaterThan(1);
    }
}
