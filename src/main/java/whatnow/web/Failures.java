package whatnow.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The one shape in which things go wrong: what happened, an id to find it in the log by, and never how we work inside
 * (S-29). Programs get a problem of RFC 9457, people a small page.
 */
@Controller
@ControllerAdvice
class Failures implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private static final String NO_PARAMETERS =
            "What stands behind the question mark of the address cannot be read; expected: names and values in UTF-8,"
                    + " written with percent signs as in source=prod%20eu. Nothing was kept.";

    private final Frames frames;

    Failures(Frames frames) {
        this.frames = frames;
    }

    /** What a filter or the container refused. */
    @RequestMapping("/error")
    Object refused(HttpServletRequest request, HttpServletResponse response) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code)
                : HttpStatus.NOT_FOUND;
        var known = status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
        var words = request.getAttribute(RequestDispatcher.ERROR_MESSAGE) instanceof String it && !it.isBlank()
                ? it
                : words(known);
        var path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String it ? it : "/";
        if (known.is5xxServerError() && !isMeant(request, known)) {
            var id = UUID.randomUUID();
            LOG.error(
                    "Failure {} at {}", id, path, (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
            return answer(request, path, known, words(known), id);
        }
        return answer(request, path, known, words, UUID.randomUUID());
    }

    /** Somebody who came at a bad moment is told so in the words of whoever sent them back; nothing is broken. */
    private static boolean isMeant(HttpServletRequest request, HttpStatus status) {
        return status == HttpStatus.SERVICE_UNAVAILABLE
                && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) == null;
    }

    @ExceptionHandler(Exception.class)
    Object failed(Exception failure, HttpServletRequest request) {
        var id = UUID.randomUUID();
        var path = request.getRequestURI();
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            var status = HttpStatus.valueOf(known.getStatusCode().value());
            var words = Optional.ofNullable(known.getBody().getDetail()).orElseGet(() -> words(status));
            return answer(request, path, status, words, id);
        }
        if (failure instanceof InvalidParameterException) {
            return answer(request, path, HttpStatus.BAD_REQUEST, NO_PARAMETERS, id);
        }
        var status = failure instanceof DataAccessException
                ? HttpStatus.SERVICE_UNAVAILABLE
                : HttpStatus.INTERNAL_SERVER_ERROR;
        LOG.error("Failure {} at {}", id, path, failure);
        return answer(request, path, status, words(status), id);
    }

    private Object answer(HttpServletRequest request, String path, HttpStatus status, String words, UUID id) {
        if (isForPrograms(request, path)) {
            var problem = ProblemDetail.forStatusAndDetail(status, words);
            problem.setProperty("id", id);
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        var page = new ModelAndView("error/page", status);
        page.addObject("frame", frames.of(request));
        page.addObject("title", status.getReasonPhrase());
        page.addObject("words", words);
        page.addObject("id", id.toString());
        return page;
    }

    private static boolean isForPrograms(HttpServletRequest request, String path) {
        var accept = Optional.ofNullable(request.getHeader("Accept")).orElse("");
        return path.startsWith("/api/")
                || path.startsWith("/v2/")
                || path.equals("/metrics")
                || accept.contains("json") && !accept.contains("html");
    }

    private static String words(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "There is nothing here. It may have been renamed; try the search.";
            case SERVICE_UNAVAILABLE ->
                "The database does not answer. It may or may not have been done: look before you repeat it. What was"
                        + " read before stays readable; try again in a minute.";
            case METHOD_NOT_ALLOWED -> "This address does not take that kind of request.";
            default ->
                status.is5xxServerError()
                        ? "Something broke here. It may or may not have been done: look before you repeat it. Give the id to"
                                + " whoever runs Whatnow."
                        : "The request cannot be answered as it is.";
        };
    }
}
