package whatnow.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Remembers how somebody likes their pages, on their own machine. */
@Controller
class ThemeDoor {

    private static final Duration A_YEAR = Duration.ofDays(365);

    @PostMapping("/theme")
    String choose(
            @RequestParam String theme,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        var cookie = ResponseCookie.from(Theme.COOKIE, Theme.named(theme).key())
                .path("/")
                .sameSite("Lax")
                .secure(request.isSecure())
                .httpOnly(true)
                .maxAge(A_YEAR)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return Back.redirect(back);
    }
}
