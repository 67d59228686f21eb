package whatnow.signal.sender;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import whatnow.signal.Delivery;
import whatnow.signal.Receipt;
import whatnow.signal.Refused;
import whatnow.time.Now;

/** Does what was signed once, however often it is brought. */
@Component
class OnlyOnce {

    private final Signatures signatures;
    private final Now now;

    OnlyOnce(Signatures signatures, Now now) {
        this.signatures = signatures;
        this.now = now;
    }

    /** @param proof of what was signed with its time; empty where no time is signed, and each bringing is one of its own */
    Receipt take(Optional<String> proof, Delivery delivery, Callable<Receipt> work) throws Exception {
        return proof.isEmpty() ? work.call() : once(proof.get(), delivery, work);
    }

    private Receipt once(String proof, Delivery delivery, Callable<Receipt> work) throws Exception {
        return switch (signatures.hear(proof, now.instant())) {
            case Signatures.First _ -> first(proof, work);
            case Signatures.Done done -> Receipt.again(delivery, done.ids());
            case Signatures.AtWork _ ->
                throw Refused.because(
                        HttpStatus.TOO_MANY_REQUESTS, "The same request is at work. Come back for its answer.");
        };
    }

    private Receipt first(String proof, Callable<Receipt> work) throws Exception {
        var isDone = false;
        try {
            var receipt = work.call();
            signatures.cameTo(proof, receipt.ids());
            isDone = true;
            return receipt;
        } finally {
            if (!isDone) {
                signatures.forget(proof);
            }
        }
    }
}
