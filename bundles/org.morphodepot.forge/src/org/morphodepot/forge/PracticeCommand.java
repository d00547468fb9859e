package org.morphodepot.forge;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/**
 * Serves the practice depot until the program is stopped: {@code practice [--folder DIR] [--port N] [--json]}. When it is
 * ready it prints where it is and who one can be: with {@code --json} as one line of JSON.
 */
public final class PracticeCommand {

    /** What is asked for; {@code port} 0 takes a free one. */
    public record Options(Path folder, int port, boolean json) {

        /** Reads the words after {@code practice}; throws {@link IllegalArgumentException} with a line for people. */
        public static Options parse(List<String> words, Path otherwise) {
            Path folder = otherwise;
            int port = 0;
            boolean json = false;
            for (int i = 0; i < words.size(); i++) {
                switch (words.get(i)) {
                    case "--json" -> json = true;
                    case "--folder" -> folder = Path.of(after(words, i++));
                    case "--port" -> port = port(after(words, i++));
                    default -> throw new IllegalArgumentException("practice does not know " + words.get(i)
                            + ". It takes --folder DIR, --port N and --json.");
                }
            }
            return new Options(folder, port, json);
        }

        private static String after(List<String> words, int i) {
            if (i + 1 >= words.size()) {
                throw new IllegalArgumentException("practice: " + words.get(i) + " needs a value.");
            }
            return words.get(i + 1);
        }

        private static int port(String text) {
            if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
                throw new IllegalArgumentException("practice: " + text + " is no port; take 0 for a free one.");
            }
            return Integer.parseInt(text);
        }
    }

    private PracticeCommand() {
    }

    /** Starts the forge, sets the depot up and says so. The caller closes the forge. */
    public static Forge start(Options options, PrintStream out) throws IOException {
        Forge forge = Forge.start(options.folder(), options.port(), Knobs.practice());
        try {
            PracticeDepot depot = PracticeDepot.in(forge);
            out.println(options.json() ? json(forge, depot) : words(forge, depot));
            out.flush();
            return forge;
        } catch (IOException | RuntimeException e) {
            forge.close();
            throw e;
        }
    }

    /** One line: {@code {"api": ..., "depot": ..., "accounts": [{"login", "role", "token"}]}}. */
    static String json(Forge forge, PracticeDepot depot) {
        JsonArray accounts = new JsonArray();
        for (Account account : depot.accounts()) {
            JsonObject one = new JsonObject();
            one.addProperty("login", account.login());
            one.addProperty("role", account.role());
            one.addProperty("token", account.token());
            accounts.add(one);
        }
        JsonObject line = new JsonObject();
        line.addProperty("api", forge.address().toString());
        line.addProperty("depot", depot.depot());
        line.add("accounts", accounts);
        return line.toString();
    }

    private static String words(Forge forge, PracticeDepot depot) {
        StringBuilder text = new StringBuilder("The practice depot " + depot.depot() + " is at " + forge.address()
                + "\nStop it with Ctrl+C. You can be:");
        depot.accounts().forEach(one -> text.append("\n  ").append(one.login()).append(" (").append(one.role())
                .append("), token ").append(one.token()));
        return text.toString();
    }

    /** Serves until the program ends. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Options options;
        try {
            options = Options.parse(List.of(arguments), Path.of(System.getProperty("user.home"), ".morphodepot", "practice"));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        Forge forge = start(options, System.out);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                forge.close();
            } catch (IOException e) {
                System.err.println(e.getMessage());
            }
        }));
        Thread.currentThread().join();
    }
}
