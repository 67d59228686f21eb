package whatnow;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import whatnow.cli.Terminal;

/** Starts the product: a verb runs in the terminal, and without one it serves. */
@SpringBootApplication
public class Whatnow {

    public static void main(String[] arguments) {
        if (Terminal.understands(arguments)) {
            System.exit(Terminal.run(arguments));
        }
        SpringApplication.run(Whatnow.class, arguments);
    }
}
