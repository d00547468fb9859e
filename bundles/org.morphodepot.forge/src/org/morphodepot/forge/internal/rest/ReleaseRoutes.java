package org.morphodepot.forge.internal.rest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.eclipse.jgit.lib.ObjectId;
import org.morphodepot.forge.internal.git.GitView;
import org.morphodepot.forge.internal.git.Merging;
import org.morphodepot.forge.internal.http.Call;
import org.morphodepot.forge.internal.http.Pages;
import org.morphodepot.forge.internal.http.Problem;
import org.morphodepot.forge.internal.http.Reply;
import org.morphodepot.forge.internal.http.Router;
import org.morphodepot.forge.internal.hub.Desk;
import org.morphodepot.forge.internal.state.Asset;
import org.morphodepot.forge.internal.state.Release;
import org.morphodepot.forge.internal.state.Repo;

/** Releases and their files. The bytes of a file come in through {@link Uploads}. */
final class ReleaseRoutes extends Routes {

    ReleaseRoutes(Desk desk) {
        super(desk);
    }

    void add(Router router) {
        router.on("GET " + REPO + "/releases", call -> Pages.of(call, releases(call),
                        release -> showRelease(call).release(repo(call), release)))
                .on("POST " + REPO + "/releases", this::create)
                .on("GET " + REPO + "/releases/latest", this::latest)
                .on("GET " + REPO + "/releases/tags/{tag*}", this::tagged)
                .on("GET " + REPO + "/releases/assets/{id}", this::asset)
                .on("DELETE " + REPO + "/releases/assets/{id}", this::deleteAsset)
                .on("GET " + REPO + "/releases/{id}", call -> Reply.ok(showRelease(call).release(repo(call), release(call))))
                .on("PATCH " + REPO + "/releases/{id}", this::edit)
                .on("DELETE " + REPO + "/releases/{id}", this::delete)
                .on("GET " + REPO + "/releases/{id}/assets", call -> Pages.of(call, hub.store().of(Asset.class, repo(call).id,
                        release(call).id), one -> showRelease(call).asset(repo(call), release(call), one)));
    }

    /** Newest first; drafts only for those who may push. */
    private List<Release> releases(Call call) {
        Repo repo = repo(call);
        List<Release> all = new ArrayList<>(hub.store().of(Release.class, repo.id));
        all.removeIf(release -> release.draft && !hub.rights(repo, call.login()).mayPush());
        all.sort(Comparator.comparing((Release release) -> release.id).reversed());
        return all;
    }

    private Release release(Call call) {
        return releases(call).stream().filter(one -> one.id == call.number("id")).findFirst().orElseThrow(Problem::notFound);
    }

    private Reply latest(Call call) {
        Release latest = releases(call).stream().filter(one -> !one.draft && !one.prerelease).findFirst()
                .orElseThrow(Problem::notFound);
        return Reply.ok(showRelease(call).release(repo(call), latest));
    }

    private Reply tagged(Call call) {
        Release found = releases(call).stream().filter(one -> !one.draft && one.tag.equals(call.part("tag"))).findFirst()
                .orElseThrow(Problem::notFound);
        return Reply.ok(showRelease(call).release(repo(call), found));
    }

    private Reply create(Call call) throws IOException {
        Repo repo = pushable(call);
        String tag = call.text("tag_name").filter(text -> !text.isBlank())
                .orElseThrow(() -> Problem.invalid("Release", "tag_name", "missing_field"));
        if (releases(call).stream().anyMatch(one -> one.tag.equals(tag) && !one.draft)) {
            throw Problem.invalid("Release", "tag_name", "already_exists");
        }
        Release made = hub.change(change -> {
            Release row = new Release();
            row.id = change.nextId();
            row.repo = repo.id;
            row.tag = tag;
            row.target = repo.defaultBranch;
            row.author = call.me();
            row.created = hub.now();
            describe(call, row);
            tag(repo, row);
            change.put(row);
            return row;
        });
        return Reply.created(showRelease(call).release(repo, made));
    }

    private void describe(Call call, Release row) {
        row.tag = call.text("tag_name").orElse(row.tag);
        row.target = call.text("target_commitish").filter(text -> !text.isEmpty()).orElse(row.target);
        row.name = call.text("name").orElse(row.name);
        row.body = call.text("body").orElse(row.body);
        row.draft = call.truth("draft").orElse(row.draft);
        row.prerelease = call.truth("prerelease").orElse(row.prerelease);
        row.published = row.draft ? null : row.published == null ? hub.now() : row.published;
    }

    /** Publishing makes the tag when there is none. */
    private void tag(Repo repo, Release release) throws IOException {
        if (release.draft) {
            return;
        }
        try (GitView view = hub.open(repo)) {
            Optional<ObjectId> to = view.find(release.target);
            if (to.isEmpty()) {
                throw new Problem(422, "Repository is empty.");
            }
            if (view.ref("refs/tags/" + release.tag).isEmpty()) {
                Merging.set(view.repository(), "refs/tags/" + release.tag, to.get());
            }
        }
    }

    private Reply edit(Call call) throws IOException {
        Repo repo = pushable(call);
        Release edited = hub.update(release(call), row -> describe(call, row));
        tag(repo, edited);
        return Reply.ok(showRelease(call).release(repo, edited));
    }

    private Reply delete(Call call) throws IOException {
        Repo repo = pushable(call);
        Release release = release(call);
        return hub.change(change -> {
            hub.store().of(Asset.class, repo.id, release.id).forEach(change::remove);
            change.remove(release);
            return Reply.nothing();
        });
    }

    private Asset asset(Call call, Repo repo) {
        return hub.store().list(Asset.class, one -> one.repo == repo.id && one.id == call.number("id")).stream().findFirst()
                .orElseThrow(Problem::notFound);
    }

    private Reply asset(Call call) throws IOException {
        Repo repo = repo(call);
        Asset asset = asset(call, repo);
        if (call.header("Accept").orElse("").contains("octet-stream")) {
            return Reply.file(asset.contentType, hub.git().asset(asset.id));
        }
        Release release = hub.store().get(Release.class, repo.id, asset.release).orElseThrow(Problem::notFound);
        return Reply.ok(showRelease(call).asset(repo, release, asset));
    }

    private Reply deleteAsset(Call call) throws IOException {
        Asset asset = asset(call, pushable(call));
        return hub.change(change -> {
            change.remove(asset);
            return Reply.nothing();
        });
    }
}
