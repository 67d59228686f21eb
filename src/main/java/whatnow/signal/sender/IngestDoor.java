package whatnow.signal.sender;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import whatnow.signal.Receipt;

/** One door for each format that we know. */
@RestController
@Tag(name = "Alerts")
class IngestDoor {

    private final Reception reception;
    private final Formats formats;

    IngestDoor(Reception reception, Formats formats) {
        this.reception = reception;
        this.formats = formats;
    }

    @PostMapping("/api/v1/ingest/{sender}")
    @Operation(summary = "What a monitor sends by itself, in its own format")
    @Parameter(name = "source", in = ParameterIn.QUERY, description = "What the sender wants to be called")
    @ApiResponse(responseCode = "202", description = "On disk; what could not be understood is named by its position")
    @ApiResponse(responseCode = "200", description = "All of it was known; its time to live was refreshed")
    @ApiResponse(responseCode = "404", description = "No such sender; the answer lists those there are")
    @ApiResponse(responseCode = "429", description = "Too much at once; come back after Retry-After")
    ResponseEntity<Receipt> ingest(HttpServletRequest request, @PathVariable String sender) throws Exception {
        var receipt = reception
                .take(request, formats.get(sender), source(request), _ -> {})
                .receipt();
        return ResponseEntity.status(receipt.isRepeat() ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .body(receipt);
    }

    /** Read from the address alone: whoever asks for a parameter has a form taken apart, and so what a script said. */
    private static Optional<String> source(HttpServletRequest request) {
        return Optional.ofNullable(UriComponentsBuilder.newInstance()
                        .query(request.getQueryString())
                        .build()
                        .getQueryParams()
                        .getFirst("source"))
                .map(it -> UriUtils.decode(it, StandardCharsets.UTF_8));
    }
}
