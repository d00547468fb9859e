package org.morphodepot.github.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;

import org.junit.jupiter.api.Test;

class SystemProxiesTest {

    private static final URI API = URI.create("https://api.github.com/user");

    private static Proxy proxy(URI uri, Map<String, String> environment) {
        return new SystemProxies(environment).select(uri).getFirst();
    }

    @Test
    void proxyOfTheEnvironment_isUsed() {
        InetSocketAddress address = InetSocketAddress.createUnresolved("proxy.lab", 3128);
        assertEquals(new Proxy(Proxy.Type.HTTP, address), proxy(API, Map.of("https_proxy", "http://proxy.lab:3128/")));
        assertEquals(new Proxy(Proxy.Type.HTTP, address), proxy(API, Map.of("ALL_PROXY", "proxy.lab:3128")));
    }

    @Test
    void exemptHostsAndThisComputer_goDirectly() {
        Map<String, String> all = Map.of("https_proxy", "http://p:1", "no_proxy", "example.org, .github.com");
        assertEquals(Proxy.NO_PROXY, proxy(API, all));
        assertEquals(Proxy.NO_PROXY, proxy(URI.create("http://127.0.0.1:99/"), Map.of("http_proxy", "http://p:1")));
        assertEquals(Proxy.NO_PROXY, proxy(API, Map.of("https_proxy", "::not an address::")));
    }
}
