package whatnow.web;

import java.beans.PropertyEditorSupport;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** The character NUL in a form or an address is shown as U+FFFD: no database keeps it, and nobody meant it. */
@ControllerAdvice({"whatnow.web", "whatnow.chat"})
class NoNul {

    @InitBinder
    void texts(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new PropertyEditorSupport() {

            @Override
            public void setAsText(String text) {
                setValue(text.replace('\0', '\uFFFD'));
            }
        });
    }
}
