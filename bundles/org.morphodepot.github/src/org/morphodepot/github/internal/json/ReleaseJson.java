package org.morphodepot.github.internal.json;

import org.morphodepot.github.Asset;
import org.morphodepot.github.GitHubException;
import org.morphodepot.github.Release;

/** Reads releases and their files. */
public final class ReleaseJson {

    private ReleaseJson() {
    }

    public static Release release(Fields f) throws GitHubException {
        return new Release(f.number("id"), f.neededText("tag_name"), f.text("name"), f.text("body"), f.flag("draft", false),
                f.flag("prerelease", false), f.text("target_commitish"), f.findTime("published_at"),
                f.text("upload_url").replaceFirst("\\{.*", ""), f.text("html_url"), f.list("assets", ReleaseJson::asset));
    }

    public static Asset asset(Fields f) {
        boolean complete = f.text("state").isEmpty() || f.text("state").equals("uploaded");
        return new Asset(f.number("id"), f.text("name"), f.text("content_type"), f.number("size"), complete,
                f.text("digest"), f.text("browser_download_url"));
    }
}
