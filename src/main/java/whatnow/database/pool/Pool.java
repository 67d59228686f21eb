package whatnow.database.pool;

import java.util.Locale;
import org.springframework.core.env.PropertyResolver;

/**
 * Whose connections a piece of work uses (C-7).
 *
 * <p>The choice holds for the running thread until the work ends, and for no thread that is started meanwhile: whoever
 * hands work to another thread says it there again. A transaction stays on the connection it began with, whatever is chosen
 * inside it.
 */
public enum Pool {
    /** What machines report. */
    INTAKE(3),
    /** What somebody waits for: cards, actions, chats. Also whatever nobody chose a pool for. */
    PEOPLE(8),
    /** Whatever reads history and may take long. */
    REPORTS(4),
    /** What is done in time by nobody's request: decisions, sweeps, timers, messages. */
    WORK(4);

    private static final ScopedValue<Pool> CHOSEN = ScopedValue.newInstance();

    private final int usual;

    Pool(int usual) {
        this.usual = usual;
    }

    /** The pool of the running thread. */
    public static Pool chosen() {
        return CHOSEN.orElse(PEOPLE);
    }

    public void run(Runnable work) {
        ScopedValue.where(CHOSEN, this).run(work);
    }

    public <T, X extends Throwable> T call(ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(CHOSEN, this).call(work);
    }

    /** As settings and {@code /metrics} name it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How many connections it has: {@code whatnow.database.pools.people} and so on. */
    public int size(PropertyResolver settings) {
        var setting = "whatnow.database.pools." + key();
        var size = settings.getProperty(setting, Integer.class, usual);
        if (size < 1) {
            throw new IllegalArgumentException(
                    "The setting (%s) is (%d), expected at least (1) connection. Leave it out to have (%d)."
                            .formatted(setting, size, usual));
        }
        return size;
    }
}
