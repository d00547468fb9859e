package org.morphodepot.testing.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes the answers of a {@link LoopbackServer}. Called on one thread per connection. */
@FunctionalInterface
public interface Responder {

    WebReply answer(WebRequest request) throws IOException;

    /** Serves the files of a folder, with ranges; all else is 404. */
    static Responder folder(Path folder) {
        return request -> {
            Path file = folder.resolve(request.path().substring(1)).normalize();
            if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
                return WebReply.of(405);
            }
            boolean there = file.startsWith(folder) && Files.isRegularFile(file);
            return there ? WebReply.ranged(request, Files.readAllBytes(file)) : WebReply.of(404, "no such file");
        };
    }
}
