package org.morphodepot.git.internal;

import java.io.IOException;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;

import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.eclipse.jgit.transport.http.JDKHttpConnectionFactory;

/**
 * Connections that never ask a person for a password: a workbench answers the JDK's question with a dialog, although the
 * library has the token and sends it on the second try.
 */
final class QuietConnections implements HttpConnectionFactory {

    private static final Authenticator NOBODY = new Authenticator() {
        // knows no password
    };

    private final HttpConnectionFactory connections = new JDKHttpConnectionFactory();

    @Override
    public HttpConnection create(URL url) throws IOException {
        return connections.create(quiet(url));
    }

    @Override
    public HttpConnection create(URL url, Proxy proxy) throws IOException {
        return connections.create(quiet(url), proxy);
    }

    private static URL quiet(URL url) throws IOException {
        return URL.of(URI.create(url.toExternalForm()), new URLStreamHandler() {
            @Override
            protected URLConnection openConnection(URL same) throws IOException {
                return silenced(url.openConnection());
            }

            @Override
            protected URLConnection openConnection(URL same, Proxy proxy) throws IOException {
                return silenced(url.openConnection(proxy));
            }
        });
    }

    private static URLConnection silenced(URLConnection connection) {
        if (connection instanceof HttpURLConnection http) {
            http.setAuthenticator(NOBODY);
        }
        return connection;
    }
}
