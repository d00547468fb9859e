package org.morphodepot.forge.internal.server;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.Optional;

import org.morphodepot.forge.internal.http.Problem;
import org.morphodepot.forge.internal.http.Reply;
import org.morphodepot.forge.internal.http.Site;
import org.morphodepot.git.QuietGit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/**
 * Takes every request and leads it to the part of the forge it is for. Requests through a proxy variable come with a whole
 * address in their first line; requests to a host that is not ours are turned away.
 */
public final class FrontDoor implements HttpHandler {

    private static final Logger LOG = System.getLogger(FrontDoor.class.getName());

    private final ApiDoor api;
    private final WebDoor web;

    public FrontDoor(ApiDoor api, WebDoor web) {
        this.api = api;
        this.web = web;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try {
            QuietGit.call(() -> {
                lead(exchange);
                return null;
            });
        } catch (Problem e) {
            send(exchange, e);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A visitor of the practice forge left early.", e);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The practice forge could not answer " + exchange.getRequestMethod() + " "
                    + exchange.getRequestURI().getPath(), e);
            send(exchange, new Problem(500, "Server Error"));
        } finally {
            exchange.close();
        }
    }

    private static void send(HttpExchange exchange, Problem problem) {
        try {
            Replies.send(exchange, problem.reply());
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A visitor of the practice forge left early.", e);
        }
    }

    private void lead(HttpExchange exchange) throws IOException {
        URI address = exchange.getRequestURI();
        String host = address.isAbsolute() ? address.getRawAuthority() : exchange.getRequestHeaders().getFirst("Host");
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        Optional<Site> site = host == null ? Optional.empty() : Site.of(host, path);
        if (site.isEmpty()) {
            Replies.send(exchange, Reply.text(421, "text/plain; charset=utf-8",
                    "This is a practice forge for this computer only.\n"));
            return;
        }
        switch (site.get().part()) {
            case API -> api.answer(exchange, site.get());
            case UPLOADS -> api.upload(exchange, site.get());
            case WEB -> web.answer(exchange, site.get());
        }
    }
}
