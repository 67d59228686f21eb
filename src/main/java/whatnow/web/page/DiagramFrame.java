package whatnow.web.page;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The page inside the page that draws diagrams. It belongs to nobody: without an origin it has no cookie, no storage and
 * nobody to talk to but the page around it.
 */
@Controller
class DiagramFrame {

    /** Styles of its own are what a drawing is made of; only here may there be any. */
    private static final String CONTENT = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'unsafe-inline'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'self'",
            "sandbox allow-scripts");

    @GetMapping("/diagram")
    String frame(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", CONTENT);
        return "knowledge/diagram";
    }
}
