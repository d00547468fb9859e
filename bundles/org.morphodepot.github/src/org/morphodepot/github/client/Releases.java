package org.morphodepot.github.client;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.morphodepot.github.Asset;
import org.morphodepot.github.GitHubException;
import org.morphodepot.github.GitHubException.Kind;
import org.morphodepot.github.NewRelease;
import org.morphodepot.github.Release;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.internal.Api;
import org.morphodepot.github.internal.Call;
import org.morphodepot.github.internal.Once;
import org.morphodepot.github.internal.Route;
import org.morphodepot.github.internal.json.Fields;
import org.morphodepot.github.internal.json.ReleaseJson;

/** Releases of one repository and their files. */
public final class Releases {

    private static final long LARGEST_ASSET = (2L << 30) - 1;

    private final Api api;
    private final RepoName repo;

    Releases(Api api, RepoName repo) {
        this.api = api;
        this.repo = repo;
    }

    /** Newest first; drafts too for those with push rights. */
    public List<Release> list() throws GitHubException {
        return api.list(Route.in(repo, "releases"), ReleaseJson::release);
    }

    public Optional<Release> find(String tag) throws GitHubException {
        Optional<Fields> fields = api.find(Route.in(repo, "releases", "tags", tag));
        return fields.isPresent() ? Optional.of(ReleaseJson.release(fields.get())) : Optional.empty();
    }

    /** The release of that tag, made when there is none. */
    public Release ensure(NewRelease release) throws GitHubException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("tag_name", release.tag());
        body.put("name", release.name());
        body.put("body", release.body());
        body.put("draft", release.draft());
        if (!release.target().isEmpty()) {
            body.put("target_commitish", release.target());
        }
        return Once.make(() -> existing(release),
                () -> ReleaseJson.release(api.change("POST", Route.in(repo, "releases"), body)));
    }

    private Optional<Release> existing(NewRelease release) throws GitHubException {
        if (!release.draft()) {
            return find(release.tag());
        }
        return list().stream().filter(r -> r.tag().equals(release.tag())).findFirst(); // drafts have no tag yet
    }

    public Release edit(Release release, String name, String text) throws GitHubException {
        return ReleaseJson.release(api.change("PATCH", Route.in(repo, "releases", release.id()),
                Map.of("name", name, "body", text)));
    }

    public List<Asset> assets(Release release) throws GitHubException {
        return api.list(Route.in(repo, "releases", release.id(), "assets"), ReleaseJson::asset);
    }

    /**
     * Uploads a file, unless it is there with the same size. What a broken upload of that name left behind is removed first.
     * The {@link org.morphodepot.github.Watch} is told the bytes sent.
     */
    public Asset upload(Release release, Path file, String name, String contentType) throws GitHubException {
        long length = length(file);
        if (length > LARGEST_ASSET) {
            throw GitHubException.of(Kind.VALIDATION, 0, file.getFileName()
                    + " is larger than the 2 GiB a release takes. Put it in an object store and name its address.");
        }
        return Once.make(() -> uploaded(release, name, length), () -> post(release, file, length, name, contentType));
    }

    private Asset post(Release release, Path file, long length, String name, String type) throws GitHubException {
        URI uri = Route.of().with("name", name).at(uploadBase(release));
        return ReleaseJson.asset(api.send(Call.upload(uri, file, length, type)));
    }

    private URI uploadBase(Release release) throws GitHubException {
        try {
            URI base = new URI(release.uploadUrl());
            if (api.address().trusts(base)) {
                return base;
            }
        } catch (URISyntaxException e) {
            // as if it were missing
        }
        throw GitHubException.of(Kind.MALFORMED, 0, api.address().host() + " does not say where to upload files.");
    }

    private Optional<Asset> uploaded(Release release, String name, long length) throws GitHubException {
        for (Asset asset : assets(release)) {
            if (!asset.name().equals(name)) {
                continue;
            }
            if (!asset.complete()) {
                delete(asset);
            } else if (asset.bytes() == length) {
                return Optional.of(asset);
            } else {
                throw GitHubException.of(Kind.CONFLICT, 0, "The release " + release.tag() + " has another file " + name
                        + " of " + asset.bytes() + " bytes. Choose another name.");
            }
        }
        return Optional.empty();
    }

    public void delete(Asset asset) throws GitHubException {
        api.delete(Route.in(repo, "releases", "assets", asset.id()));
    }

    private static long length(Path file) throws GitHubException {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw GitHubException.of(Kind.VALIDATION, "Cannot read " + file.getFileName() + ". Check that it is there.", e);
        }
    }
}
