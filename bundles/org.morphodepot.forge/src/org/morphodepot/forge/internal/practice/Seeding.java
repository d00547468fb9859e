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

    private record Task(String title, String assignee, String structures, String hint) {
    }

    private static final List<Task> TASKS = List.of(
            new Task("Eyes", "sam", "left eye, right eye", "Both eyes are grey balls in the skull. Threshold 110-150 helps."),
            new Task("Skull", "sam", "skull", "The skull is a bright shell around the head. Leave the inside empty."),
            new Task("Jaw", "robin", "jaw", "Two bright bars below the head, joined at the snout."),
            new Task("Check the spine", "robin", "spine", "The baseline has the spine already. Are the gaps right?"));

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
            String body = task.hint() + "\n\nStructures: " + task.structures() + "\n";
            desk.issues().open(repo, owner, task.title(), body, List.of(), List.of(task.assignee()), 0);
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
