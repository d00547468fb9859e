package org.morphodepot.github.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** The certificates of the Java runtime and those of the computer: networks of institutes often have their own. */
final class SystemTrust {

    private static final List<String> STORES = List.of("Windows-ROOT", "KeychainStore-ROOT", "KeychainStore");
    private static final List<Path> BUNDLES = List.of(Path.of("/etc/ssl/certs/ca-certificates.crt"),
            Path.of("/etc/pki/tls/certs/ca-bundle.crt"), Path.of("/etc/ssl/ca-bundle.pem"));

    private final KeyStore all;
    private int count;

    private SystemTrust() throws GeneralSecurityException, IOException {
        all = KeyStore.getInstance(KeyStore.getDefaultType());
        all.load(null, null);
    }

    private static final class Loaded {
        private static final Optional<SSLContext> CONTEXT = load();
    }

    /** Empty when the runtime's own choice is to be used, for instance because a property names a trust store. */
    static Optional<SSLContext> context() {
        return Loaded.CONTEXT;
    }

    private static Optional<SSLContext> load() {
        if (Stream.of("", "Type").anyMatch(which -> System.getProperty("javax.net.ssl.trustStore" + which) != null)) {
            return Optional.empty();
        }
        try {
            SystemTrust trust = new SystemTrust();
            trust.addRuntime();
            STORES.forEach(trust::addStore);
            BUNDLES.stream().filter(Files::isReadable).findFirst().ifPresent(trust::addBundle);
            return Optional.of(trust.build());
        } catch (GeneralSecurityException | IOException e) {
            return Optional.empty();
        }
    }

    private SSLContext build() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(all);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }

    private void addRuntime() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                for (X509Certificate certificate : x509.getAcceptedIssuers()) {
                    add(certificate);
                }
            }
        }
    }

    private void addStore(String type) {
        try {
            KeyStore store = KeyStore.getInstance(type);
            store.load(null, null);
            for (String alias : Collections.list(store.aliases())) {
                if (store.isCertificateEntry(alias)) {
                    add(store.getCertificate(alias));
                }
            }
        } catch (GeneralSecurityException | IOException e) {
            // this system has no such store
        }
    }

    private void addBundle(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            for (Certificate certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                add(certificate);
            }
        } catch (GeneralSecurityException | IOException e) {
            // what was read so far is good
        }
    }

    private void add(Certificate certificate) throws GeneralSecurityException {
        all.setCertificateEntry("c" + count++, certificate);
    }
}
