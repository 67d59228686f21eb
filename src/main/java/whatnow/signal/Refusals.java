package whatnow.signal;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Words for senders whose request was not taken; one shape for all doors of this package. */
@RestControllerAdvice(basePackageClasses = Refusals.class)
public class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refused refused, HttpServletRequest request) {
        return answer(refused, request);
    }

    /** The sender still has it and tries again; saying more would promise what nobody kept. */
    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<ProblemDetail> notKept(RuntimeException failure, HttpServletRequest request) {
        LOG.warn("A request was not kept: {}", failure.toString());
        return answer(
                Refused.because(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "It could not be written down; nothing was kept. Send it again."),
                request);
    }

    /**
     * For a door that no controller stands behind.
     *
     * @throws Exception the failure itself, where it is none of a request that was not taken
     */
    public ResponseEntity<ProblemDetail> answerTo(Exception failure, HttpServletRequest request) throws Exception {
        return switch (failure) {
            case Refused refused -> refused(refused, request);
            case DataAccessException away -> notKept(away, request);
            case TransactionException away -> notKept(away, request);
            default -> throw failure;
        };
    }

    private static ResponseEntity<ProblemDetail> answer(Refused refused, HttpServletRequest request) {
        refused.remember(request);
        var answer = ResponseEntity.status(refused.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (refused.status() == HttpStatus.SERVICE_UNAVAILABLE || refused.status() == HttpStatus.TOO_MANY_REQUESTS) {
            answer.header("Retry-After", Lane.RETRY_AFTER_SECONDS);
        }
        var problem = refused.problem();
        problem.setInstance(URI.create(request.getRequestURI()));
        return answer.body(problem);
    }
}
