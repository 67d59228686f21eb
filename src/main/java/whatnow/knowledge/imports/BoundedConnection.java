package whatnow.knowledge.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.URL;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.eclipse.jgit.transport.http.JDKHttpConnection;

/** What a server sends, up to a time and a size: one that sends a byte now and then never falls silent. */
final class BoundedConnection extends JDKHttpConnection {

    private final Patience patience;
    private final long giveUp;

    private BoundedConnection(URL url, Proxy proxy, Patience patience, long giveUp) throws IOException {
        super(url, proxy);
        this.patience = patience;
        this.giveUp = giveUp;
    }

    /** All connections of one fetch share its time. */
    static HttpConnectionFactory factory(Patience patience) {
        var giveUp = System.nanoTime() + patience.whole().toNanos();
        return new HttpConnectionFactory() {
            @Override
            public HttpConnection create(URL url) throws IOException {
                return create(url, Proxy.NO_PROXY);
            }

            @Override
            public HttpConnection create(URL url, Proxy proxy) throws IOException {
                return new BoundedConnection(url, proxy, patience, giveUp);
            }
        };
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {

            private long read;

            @Override
            public int read() throws IOException {
                var one = super.read();
                count(one < 0 ? 0 : 1);
                return one;
            }

            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                var some = super.read(into, from, most);
                count(Math.max(some, 0));
                return some;
            }

            private void count(int some) throws IOException {
                read += some;
                if (read > patience.mostBytes()) {
                    throw new IOException("it is larger than %d MB".formatted(patience.mostBytes() / 1_000_000));
                }
                if (System.nanoTime() > giveUp) {
                    throw new IOException("it takes longer than %d seconds"
                            .formatted(patience.whole().toSeconds()));
                }
            }
        };
    }
}
