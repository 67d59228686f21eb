package whatnow.knowledge.index;

import java.io.IOException;
import java.util.Collection;
import java.util.Random;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.tests.store.MockDirectoryWrapper;

/**
 * A disk whose power goes at a chosen moment: while bytes are written, or just before or after a file is begun, flushed,
 * renamed or deleted. What was not flushed by then is gone, cut, zeroed or garbled.
 */
final class FailingPower extends MockDirectoryWrapper {

    private int writes;
    private int moments;

    FailingPower(Random random) {
        super(random, new ByteBuffersDirectory());
        setUseSlowOpenClosers(false);
        setThrottling(Throttling.NEVER);
        failOn(new Failure() {
            @Override
            public void eval(MockDirectoryWrapper directory) throws IOException {
                if (writes > 0 && --writes == 0) {
                    cut();
                }
            }
        });
    }

    synchronized void goesAfterWrites(int count) {
        writes = count;
    }

    synchronized void goesAfterMoments(int count) {
        moments = count;
    }

    /** All that is still being written is lost too. */
    synchronized void goesNow() throws IOException {
        writes = 0;
        moments = 0;
        crash();
    }

    @Override
    public synchronized IndexOutput createOutput(String name, IOContext context) throws IOException {
        moment();
        return super.createOutput(name, context);
    }

    @Override
    public synchronized void sync(Collection<String> names) throws IOException {
        moment();
        super.sync(names);
        moment();
    }

    @Override
    public synchronized void syncMetaData() throws IOException {
        moment();
        super.syncMetaData();
        moment();
    }

    @Override
    public synchronized void rename(String source, String target) throws IOException {
        moment();
        super.rename(source, target);
        moment();
    }

    @Override
    public synchronized void deleteFile(String name) throws IOException {
        moment();
        super.deleteFile(name);
        moment();
    }

    private void moment() throws IOException {
        if (moments > 0 && --moments == 0) {
            cut();
        }
    }

    private void cut() throws IOException {
        goesNow();
        throw new IOException("The power is gone.");
    }
}
