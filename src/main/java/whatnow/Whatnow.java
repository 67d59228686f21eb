package whatnow;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the product. */
@SpringBootApplication
public class Whatnow {

    public static void main(String[] arguments) {
        SpringApplication.run(Whatnow.class, arguments);
    }
}
