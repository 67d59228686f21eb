package whatnow.signal.aws;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import whatnow.signal.Refused;

/** The certificates that SNS signs with, each fetched once, so that a signature is checked while Amazon cannot be reached. */
@Component
class SnsCertificates {

    private static final int MOST = 32;

    private final AmazonAddresses addresses;
    private final Map<URI, X509Certificate> known = new ConcurrentHashMap<>();

    SnsCertificates(AmazonAddresses addresses) {
        this.addresses = addresses;
    }

    /** @throws Refused if it cannot be fetched, which SNS tries again, or is not valid now */
    PublicKey key(URI address, Instant now) {
        var certificate = known.get(address);
        if (certificate == null) {
            certificate = fetched(address);
            if (known.size() < MOST) {
                known.put(address, certificate);
            }
        }
        try {
            certificate.checkValidity(Date.from(now));
        } catch (CertificateException notNow) {
            known.remove(address);
            throw Refused.because(HttpStatus.FORBIDDEN, "The certificate that SNS names is not valid now.");
        }
        return certificate.getPublicKey();
    }

    private X509Certificate fetched(URI address) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(addresses.get(address)));
        } catch (IOException away) {
            throw Refused.because(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "The certificate of SNS cannot be fetched now, so that nobody knows who sent this. Send it again.");
        } catch (CertificateException none) {
            throw Refused.field(
                    HttpStatus.FORBIDDEN, "SigningCertURL", address.toString(), "the address of a certificate");
        }
    }
}
