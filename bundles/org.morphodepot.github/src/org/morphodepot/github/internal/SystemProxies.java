package org.morphodepot.github.internal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.morphodepot.github.ForgeAddress;

/** The proxy the runtime knows of, else the one the environment names as other programs of the command line read it. */
public final class SystemProxies extends ProxySelector {

    private final Map<String, String> environment;

    public SystemProxies(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public List<Proxy> select(URI uri) {
        String host = String.valueOf(uri.getHost());
        if (ForgeAddress.isHere(host)) {
            return List.of(Proxy.NO_PROXY);
        }
        ProxySelector runtime = ProxySelector.getDefault();
        List<Proxy> known = runtime == null || runtime == this ? List.of() : runtime.select(uri);
        if (known.stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT) || isExempt(host)) {
            return known.isEmpty() ? List.of(Proxy.NO_PROXY) : known;
        }
        return List.of(named(uri.getScheme() + "_proxy", "all_proxy"));
    }

    private Proxy named(String... names) {
        for (String name : names) {
            String value = environment.getOrDefault(name, environment.getOrDefault(name.toUpperCase(Locale.ROOT), ""));
            if (!value.isBlank()) {
                return proxy(value.strip());
            }
        }
        return Proxy.NO_PROXY;
    }

    private static Proxy proxy(String value) {
        try {
            URI uri = URI.create(value.contains("://") ? value : "http://" + value);
            if (uri.getHost() == null) {
                return Proxy.NO_PROXY;
            }
            int port = uri.getPort() < 0 ? 80 : uri.getPort();
            return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(uri.getHost(), port));
        } catch (IllegalArgumentException e) {
            return Proxy.NO_PROXY;
        }
    }

    private boolean isExempt(String host) {
        String list = environment.getOrDefault("no_proxy", environment.getOrDefault("NO_PROXY", ""));
        for (String entry : list.toLowerCase(Locale.ROOT).split("[,\\s]+")) {
            String domain = entry.replaceFirst("^\\*?\\.", "");
            boolean within = !domain.isEmpty() && ("." + host.toLowerCase(Locale.ROOT)).endsWith("." + domain);
            if (entry.equals("*") || within) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException trouble) {
        // the failed request says so
    }
}
