package whatnow.web.lane;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;
import whatnow.database.disk.Disk;
import whatnow.database.pool.Pool;

/**
 * Closes intake while the disk is full (D-1), at one place, so that no door can forget it. It is 503 on every door: all
 * senders that come back at all come back after that, and it is us who cannot, not they who are too many.
 */
@Component
class FullDiskFilter extends OncePerRequestFilter {

    private static final String RETRY_AFTER_SECONDS = "30";
    private static final String FULL =
            "The disk of this server is full; nothing was kept. Send it again in %s s.".formatted(RETRY_AFTER_SECONDS);

    private final LaneTable table = LaneTable.shipped();
    private final Disk disk;
    private final JsonMapper json;

    FullDiskFilter(Disk disk, JsonMapper json) {
        this.disk = disk;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (disk.isFull() && table.of(request.getMethod(), request.getRequestURI()) == Pool.INTAKE) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            json.writeValue(
                    response.getOutputStream(), ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, FULL));
        } else {
            chain.doFilter(request, response);
        }
    }
}
