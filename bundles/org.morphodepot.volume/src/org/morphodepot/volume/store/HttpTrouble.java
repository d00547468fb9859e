package org.morphodepot.volume.store;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;

import javax.net.ssl.SSLException;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;

/** Puts trouble with a web server into sentences. Never shows the query of an address: it may be a signature. */
final class HttpTrouble {

    private HttpTrouble() {
    }

    /** The address as messages show it. */
    static String shown(URI uri) {
        return uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
    }

    /** What an answer other than success means. */
    static VolumeException status(URI uri, int status) {
        String host = uri.getAuthority();
        String name = shown(uri);
        return switch (status) {
            case 401, 403, 407 -> new VolumeException(Kind.ACCESS_DENIED, host + " does not let us read " + name + " (" + status
                    + "); it may be private or the link may have expired: ask its owner for access");
            case 301, 302, 303, 307, 308 -> new VolumeException(Kind.UNREACHABLE, name
                    + " has moved and the new address cannot be followed safely (" + status + "); ask its owner for the new one");
            case 429, 503 -> new VolumeException(Kind.UNREACHABLE, host + " is busy (" + status + ") and did not send " + name
                    + "; try again later");
            default -> new VolumeException(Kind.UNREACHABLE, host + " answered " + status + " instead of sending " + name
                    + (status >= 500 ? "; try again later" : "; check the address"));
        };
    }

    /** What a failed connection means. */
    static VolumeException failure(URI uri, IOException cause) {
        String host = uri.getAuthority();
        return switch (cause) {
            case VolumeException known -> known;
            case SSLException _ -> new VolumeException(Kind.UNREACHABLE, "no secure connection to " + host + ": "
                    + firstLine(cause) + "; check the address and the clock of this computer", cause);
            case HttpConnectTimeoutException _ -> new VolumeException(Kind.UNREACHABLE, "cannot reach " + host
                    + ": it does not answer; check the network connection or try again later", cause);
            case HttpTimeoutException _ -> new VolumeException(Kind.UNREACHABLE, host + " stopped answering while "
                    + shown(uri) + " was read; try again later", cause);
            case ConnectException _ -> new VolumeException(Kind.UNREACHABLE, isUnknownHost(cause)
                    ? "cannot reach " + host + ": no computer of that name is known; check the address and the network connection"
                    : "cannot reach " + host + ": it refuses the connection; check the address or try again later", cause);
            default -> new VolumeException(Kind.UNREACHABLE, "the connection to " + host + " broke off while " + shown(uri)
                    + " was read; try again", cause);
        };
    }

    /** Whether another try may help. */
    static boolean mayPass(IOException cause) {
        return !(cause instanceof VolumeException || cause instanceof SSLException
                || cause instanceof HttpConnectTimeoutException || isUnknownHost(cause));
    }

    /** Whether another try may help after an answer with this status. */
    static boolean mayPass(int status) {
        return switch (status) {
            case 408, 425, 429, 500, 502, 503, 504 -> true;
            default -> false;
        };
    }

    private static boolean isUnknownHost(Throwable cause) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof UnresolvedAddressException || t instanceof java.net.UnknownHostException) {
                return true;
            }
        }
        return false;
    }

    private static String firstLine(Throwable cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
