package org.morphodepot.forge.internal.practice;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jgit.lib.ObjectId;
import org.morphodepot.forge.internal.git.GitView;
import org.morphodepot.forge.internal.git.Merging;
import org.morphodepot.forge.internal.hub.Desk;
import org.morphodepot.forge.internal.hub.Hub;
import org.morphodepot.forge.internal.state.Asset;
import org.morphodepot.forge.internal.state.Release;
import org.morphodepot.forge.internal.state.Repo;

/** Makes the practice depot as the extension makes a personal one: release v1 with the scan, pointer on main, topics. */
public final class Seeding {

    /** @param block what programs read, as docs/task-block.md of the workbench describes it */
    private record Task(String title, String assignee, String structures, String hint, String block) {

        String body() {
            return hint + "\n\nStructures: " + structures + "\n\n<!-- morphodepot:task\n{\n"
                    + "  \"schema\": \"morphodepot-task\",\n  \"version\": 1,\n" + block.indent(2) + "}\n-->\n";
        }
    }

    private static final List<Task> TASKS = List.of(
            new Task("Eyes", "sam", "left eye, right eye", "Both eyes are grey balls in the skull. Threshold 110-150 helps.", """
                    "structures": [{ "label": 3, "name": "left eye" }, { "label": 4, "name": "right eye" }],
                    "region": { "min": [9, 17, 34], "max": [24, 56, 48] },
                    "instructions": "Paint each eye as its own segment.",
                    "effortMinutes": 10"""),
            new Task("Skull", "sam", "skull", "The skull is a bright shell around the head. Leave the inside empty.", """
                    "structures": [{ "label": 2, "name": "skull" }],
                    "region": { "min": [4, 17, 18], "max": [49, 56, 55] },
                    "effortMinutes": 20"""),
            new Task("Jaw", "robin", "jaw", "Two bright bars below the head, joined at the snout.", """
                    "structures": [{ "label": 5, "name": "jaw" }],
                    "region": { "min": [8, 18, 12], "max": [41, 55, 19] },
                    "effortMinutes": 10"""),
            new Task("Check the spine", "robin", "spine", "The baseline has the spine already. Are the gaps right?", """
                    "structures": [{ "label": 1, "name": "spine" }],
                    "region": { "min": [47, 31, 28], "max": [93, 42, 49] },
                    "effortMinutes": 10"""));

    private final Desk desk;
    private final Hub hub;

    public Seeding(Desk desk) {
        this.desk = desk;
        hub = desk.hub();
    }

    public Repo depot(String owner, String name, String scanName, byte[] scan, InputStream bytes) throws IOException {
        Repo made = desk.repositories().create(owner, name, "A computed specimen to practise on", false, true);
        release(made, owner, scanName, scan, bytes);
        desk.repositories().commit(made, owner, "main", "Initial commit",
                DepotFiles.all(owner, name, "releases/download/v1/" + scanName, scan));
        Repo repo = hub.update(hub.repo(made.id).orElseThrow(), row -> {
            row.topics = new ArrayList<>(List.of("morphodepot", "md-fictus-computatus"));
            row.collaborators.put("sam", "pull");
            row.collaborators.put("robin", "pull");
            row.searchable = row.created;
        });
        for (Task task : TASKS) {
            desk.issues().open(repo, owner, task.title(), task.body(), List.of(), List.of(task.assignee()), 0);
        }
        return repo;
    }

    private void release(Repo repo, String owner, String scanName, byte[] scan, InputStream bytes) throws IOException {
        hub.change(change -> {
            Release release = new Release();
            release.id = change.nextId();
            release.repo = repo.id;
            release.tag = "v1";
            release.target = "main";
            release.name = "v1";
            release.body = "The scan";
            release.author = owner;
            release.created = hub.now();
            release.published = release.created;
            change.put(release);
            Asset asset = new Asset();
            asset.id = change.nextId();
            asset.repo = repo.id;
            asset.release = release.id;
            asset.name = scanName;
            asset.label = "";
            asset.contentType = "application/octet-stream";
            asset.size = scan.length;
            asset.uploader = owner;
            asset.created = release.created;
            Files.copy(bytes, hub.git().asset(asset.id), StandardCopyOption.REPLACE_EXISTING);
            change.put(asset);
            return release;
        });
        tag(repo);
    }

    private void tag(Repo repo) throws IOException {
        try (GitView view = hub.open(repo)) {
            Optional<ObjectId> main = view.branch("main");
            if (main.isPresent()) {
                Merging.set(view.repository(), "refs/tags/v1", main.get());
            }
        }
    }
}
