package whatnow.signal.aws;

import java.io.IOException;
import java.net.URI;

/** Fetches from addresses that were checked to be Amazon's. */
@FunctionalInterface
interface AmazonAddresses {

    /** The most that is read of an answer. */
    int MOST_BYTES = 64 * 1024;

    byte[] get(URI address) throws IOException;
}
