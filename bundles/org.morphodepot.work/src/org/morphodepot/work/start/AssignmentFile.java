package org.morphodepot.work.start;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.morphodepot.depot.ColorTable;
import org.morphodepot.depot.TaskBlock;
import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.RepoName;
import org.morphodepot.volume.Address;
import org.morphodepot.work.Account;
import org.morphodepot.work.Accounts;
import org.morphodepot.work.JsonFile;
import org.morphodepot.work.TaskRef;

import com.google.gson.JsonObject;

/** What a clone is for, kept inside its {@code .git}, where no commit can reach it. */
final class AssignmentFile {

    private static final String NAME = ".git/morphodepot/assignment.json";

    private AssignmentFile() {
    }

    static void write(Assignment assignment) throws IOException {
        JsonObject json = new JsonObject();
        json.addProperty("forge", assignment.task().forge().web().toString());
        json.addProperty("depot", assignment.task().depot().toString());
        json.addProperty("number", assignment.task().number());
        json.addProperty("origin", assignment.origin().toString());
        json.addProperty("login", assignment.account().login());
        json.addProperty("name", assignment.account().name());
        json.addProperty("email", assignment.account().email());
        json.addProperty("scan", assignment.scan().uri().toString());
        assignment.block().ifPresent(block -> json.addProperty("block", block.into("")));
        JsonFile.write(assignment.folder().resolve(NAME), json);
    }

    /** Empty when the folder is not one that was started here. */
    static Optional<Assignment> read(Path folder, Accounts accounts) {
        try {
            Optional<JsonObject> json = JsonFile.read(folder.resolve(NAME));
            return json.isEmpty() ? Optional.empty() : Optional.of(assignment(folder, accounts, json.get()));
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // it is started again
        }
    }

    private static Assignment assignment(Path folder, Accounts accounts, JsonObject json) throws IOException {
        ForgeAddress forge = ForgeAddress.of(json.get("forge").getAsString());
        TaskRef task = new TaskRef(forge, RepoName.of(json.get("depot").getAsString()), json.get("number").getAsInt());
        Account kept = new Account(forge, json.get("login").getAsString(), json.get("name").getAsString(),
                json.get("email").getAsString());
        return new Assignment(task, accounts.find(forge, kept.login()).orElse(kept),
                RepoName.of(json.get("origin").getAsString()), folder, Address.of(json.get("scan").getAsString()),
                folder.resolve(task.fileName()), ColorTable.in(folder), block(json), List.of());
    }

    private static Optional<TaskBlock> block(JsonObject json) {
        return json.has("block") && TaskBlock.in(json.get("block").getAsString()) instanceof TaskBlock.Finding.Found(var block)
                ? Optional.of(block) : Optional.empty();
    }
}
