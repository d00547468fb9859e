package org.morphodepot.forge.internal.show;

import java.util.List;

import org.morphodepot.forge.internal.http.Doc;
import org.morphodepot.forge.internal.http.Links;
import org.morphodepot.forge.internal.state.Asset;
import org.morphodepot.forge.internal.state.Release;
import org.morphodepot.forge.internal.state.Repo;

/** Releases and their files as documents. */
public final class ShowRelease {

    private final Show show;
    private final Links links;

    public ShowRelease(Show show) {
        this.show = show;
        links = show.links();
    }

    public Doc release(Repo repo, Release release) {
        String url = links.repo(repo.fullName()) + "/releases/" + release.id;
        List<Doc> assets = show.hub().store().of(Asset.class, repo.id, release.id).stream()
                .map(asset -> asset(repo, release, asset)).toList();
        return Doc.with("url", url).put("assets_url", url + "/assets")
                .put("upload_url", links.uploads() + "/repos/" + repo.fullName() + "/releases/" + release.id
                        + "/assets{?name,label}")
                .put("html_url", links.page(repo.fullName()) + "/releases/tag/" + release.tag).put("id", release.id)
                .put("author", show.person(release.author)).put("node_id", Ids.of(Ids.RELEASE, release.id))
                .put("tag_name", release.tag).put("target_commitish", release.target).put("name", release.name)
                .put("draft", release.draft).put("prerelease", release.prerelease).put("created_at", release.created)
                .put("published_at", release.published).put("assets", assets).put("body", release.body)
                .put("tarball_url", links.repo(repo.fullName()) + "/tarball/" + release.tag)
                .put("zipball_url", links.repo(repo.fullName()) + "/zipball/" + release.tag);
    }

    public Doc asset(Repo repo, Release release, Asset asset) {
        return Doc.with("url", links.repo(repo.fullName()) + "/releases/assets/" + asset.id).put("id", asset.id)
                .put("node_id", Ids.of(Ids.ASSET, asset.id)).put("name", asset.name).put("label", asset.label)
                .put("uploader", show.person(asset.uploader)).put("content_type", asset.contentType).put("state", "uploaded")
                .put("size", asset.size).put("digest", asset.digest).put("download_count", asset.downloads)
                .put("created_at", asset.created).put("updated_at", asset.created)
                .put("browser_download_url", links.page(repo.fullName()) + "/releases/download/" + release.tag + "/"
                        + asset.name.replace(" ", "%20"));
    }
}
