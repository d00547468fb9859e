package org.morphodepot.work;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.morphodepot.github.ForgeAddress;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** The accounts without their tokens, as JSON. An account that cannot be read is left out: it can sign in again. */
record AccountsFile(Path path) {

    record Content(List<Account> all, Optional<Account> active) {

        Content {
            all = List.copyOf(all);
        }
    }

    Content read() throws IOException {
        JsonObject whole = JsonFile.read(path).orElseGet(JsonObject::new);
        List<Account> all = new ArrayList<>();
        if (whole.get("accounts") instanceof JsonArray list) {
            list.forEach(one -> account(one).ifPresent(all::add));
        }
        Optional<Account> active = account(whole.get("active")).flatMap(a -> all.stream().filter(a::isSame).findFirst());
        return new Content(all, active.or(() -> all.stream().findFirst()));
    }

    private static Optional<Account> account(JsonElement json) {
        try {
            JsonObject one = json.getAsJsonObject();
            return Optional.of(new Account(ForgeAddress.of(one.get("forge").getAsString()), one.get("login").getAsString(),
                    one.get("name").getAsString(), one.get("email").getAsString()));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    void write(Content content) throws IOException {
        JsonArray list = new JsonArray();
        content.all().forEach(one -> list.add(json(one)));
        JsonObject whole = new JsonObject();
        whole.add("accounts", list);
        content.active().ifPresent(one -> whole.add("active", json(one)));
        JsonFile.write(path, whole);
    }

    private static JsonObject json(Account account) {
        JsonObject one = new JsonObject();
        one.addProperty("forge", account.forge().web().toString());
        one.addProperty("login", account.login());
        one.addProperty("name", account.name());
        one.addProperty("email", account.email());
        return one;
    }
}
