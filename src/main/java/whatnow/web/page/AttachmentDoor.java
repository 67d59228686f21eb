package whatnow.web.page;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import whatnow.knowledge.Attachment;
import whatnow.knowledge.Library;

/** Hands out the files that articles show or link to. Nothing in them can run, also when somebody opens one by itself. */
@Controller
class AttachmentDoor {

    /** A picture may carry styles of its own and nothing else. */
    private static final String CONTENT =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

    private final Library library;

    AttachmentDoor(Library library) {
        this.library = library;
    }

    @GetMapping("/kb/files/{id}")
    ResponseEntity<byte[]> file(@PathVariable String id) {
        var file = library.attachment(id).orElseThrow(AttachmentDoor::missing);
        var content = library.content(file).orElseThrow(AttachmentDoor::missing);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(file).toString())
                .header("Content-Security-Policy", CONTENT)
                .header("X-Content-Type-Options", "nosniff")
                .body(content);
    }

    private static ContentDisposition disposition(Attachment file) {
        var shown = file.isPicture() ? ContentDisposition.inline() : ContentDisposition.attachment();
        return shown.filename(file.name(), StandardCharsets.UTF_8).build();
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(
                HttpStatus.NOT_FOUND, "There is no such file, or no article points to it. Try the article.");
    }
}
