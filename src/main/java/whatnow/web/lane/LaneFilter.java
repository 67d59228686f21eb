package whatnow.web.lane;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import whatnow.database.pool.Pool;

/**
 * Gives each request the connections of its lane (C-7), and lets in no more reports at once than there are connections for
 * them. It comes after the doorkeeper, so that nobody takes a place who may not come in.
 *
 * <p>An answer that is written by another thread after the request has returned would use people's connections.
 */
@Component
class LaneFilter extends OncePerRequestFilter {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String RETRY_AFTER_SECONDS = "5";
    private static final String BUSY =
            "Too many reports are being made at once. Nothing is wrong with yours: ask again in %s s. Now, the cards and the runbooks are open."
                    .formatted(RETRY_AFTER_SECONDS);

    private final LaneTable table = LaneTable.shipped();
    private final Semaphore reports;

    LaneFilter(Environment environment) {
        this.reports = new Semaphore(Pool.REPORTS.size(environment), true);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var lane = table.of(request.getMethod(), request.getRequestURI());
        if (lane != Pool.REPORTS) {
            go(lane, request, response, chain);
        } else if (isLetIn()) {
            try {
                go(lane, request, response, chain);
            } finally {
                reports.release();
            }
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            request.setAttribute(RequestDispatcher.ERROR_MESSAGE, BUSY);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE, BUSY);
        }
    }

    private boolean isLetIn() {
        try {
            return reports.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void go(Pool lane, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            lane.<Void, Exception>call(() -> {
                chain.doFilter(request, response);
                return null;
            });
        } catch (ServletException | IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new ServletException(impossible);
        }
    }
}
