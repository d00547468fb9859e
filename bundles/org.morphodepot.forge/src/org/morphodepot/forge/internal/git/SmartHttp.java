package org.morphodepot.forge.internal.git;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.ReceiveCommand;
import org.eclipse.jgit.transport.ReceivePack;
import org.eclipse.jgit.transport.RefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;

import com.sun.net.httpserver.HttpExchange;

/** The two conversations of git over HTTP, for a repository that is open and a person who may. */
public final class SmartHttp {

    private static final long LARGEST_FILE = 100L * 1024 * 1024;
    private static final String PULLS = "refs/pull/";

    /** Told of a push that is done. */
    public interface Pushed {
        void pushed(List<ReceiveCommand> commands) throws IOException;
    }

    private SmartHttp() {
    }

    /** The first request: what is there. */
    public static void advertise(HttpExchange exchange, Repository git, String service) throws IOException {
        headers(exchange, "application/x-" + service + "-advertisement");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = new BufferedOutputStream(exchange.getResponseBody())) {
            RefAdvertiser.PacketLineOutRefAdvertiser advertiser = new RefAdvertiser.PacketLineOutRefAdvertiser(
                    new PacketLineOut(out));
            if (service.equals("git-upload-pack")) {
                try (UploadPack upload = uploadPack(exchange, git)) {
                    upload.sendAdvertisedRefs(advertiser, service);
                }
            } else {
                PacketLineOut lines = new PacketLineOut(out);
                lines.writeString("# service=" + service + "\n");
                lines.end();
                receivePack(git, _ -> { }).sendAdvertisedRefs(advertiser);
            }
        }
    }

    public static void upload(HttpExchange exchange, Repository git) throws IOException {
        headers(exchange, "application/x-git-upload-pack-result");
        exchange.sendResponseHeaders(200, 0);
        try (UploadPack upload = uploadPack(exchange, git); InputStream in = body(exchange);
                OutputStream out = new BufferedOutputStream(exchange.getResponseBody(), 1 << 16)) {
            upload.upload(in, out, null);
        }
    }

    public static void receive(HttpExchange exchange, Repository git, Pushed pushed) throws IOException {
        headers(exchange, "application/x-git-receive-pack-result");
        ReceivePack receive = receivePack(git, pushed);
        try (InputStream in = body(exchange);
                OutputStream out = new BufferedOutputStream(new LateStart(exchange), 1 << 14)) {
            receive.receive(in, out, null);
        }
    }

    private static UploadPack uploadPack(HttpExchange exchange, Repository git) {
        UploadPack upload = new UploadPack(git);
        upload.setBiDirectionalPipe(false);
        upload.setTimeout(60);
        String protocol = exchange.getRequestHeaders().getFirst("Git-Protocol");
        if (protocol != null) {
            upload.setExtraParameters(List.of(protocol.split(":")));
        }
        return upload;
    }

    private static ReceivePack receivePack(Repository git, Pushed pushed) {
        ReceivePack receive = new ReceivePack(git);
        receive.setBiDirectionalPipe(false);
        receive.setCheckReceivedObjects(true);
        receive.setMaxObjectSizeLimit(LARGEST_FILE);
        receive.setAllowNonFastForwards(true);
        receive.setAllowPushOptions(false);
        receive.setRefFilter(refs -> refs.entrySet().stream().filter(ref -> !ref.getKey().startsWith(PULLS))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        receive.setPreReceiveHook((pack, commands) -> commands.forEach(SmartHttp::check));
        receive.setPostReceiveHook((pack, commands) -> {
            try {
                pushed.pushed(List.copyOf(commands));
            } catch (IOException e) {
                pack.sendError("The push is stored, but the forge could not note it: " + e.getMessage());
            }
        });
        return receive;
    }

    private static void check(ReceiveCommand command) {
        if (command.getRefName().startsWith(PULLS)) {
            command.setResult(ReceiveCommand.Result.REJECTED_OTHER_REASON, "deny updating a hidden ref");
        }
    }

    private static InputStream body(HttpExchange exchange) throws IOException {
        InputStream body = exchange.getRequestBody();
        return "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding")) ? new GZIPInputStream(body) : body;
    }

    private static void headers(HttpExchange exchange, String type) {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-cache");
    }

    /** Sends the status with the first byte, so that a push that fails before can still be refused by status. */
    private static final class LateStart extends OutputStream {

        private final HttpExchange exchange;
        private OutputStream out;

        LateStart(HttpExchange exchange) {
            this.exchange = exchange;
        }

        private OutputStream out() throws IOException {
            if (out == null) {
                exchange.sendResponseHeaders(200, 0);
                out = exchange.getResponseBody();
            }
            return out;
        }

        @Override
        public void write(int value) throws IOException {
            out().write(value);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out().write(bytes, from, length);
        }

        @Override
        public void flush() throws IOException {
            out().flush();
        }

        @Override
        public void close() throws IOException {
            out().close();
        }
    }
}
