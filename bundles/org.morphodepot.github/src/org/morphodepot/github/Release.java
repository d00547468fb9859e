package org.morphodepot.github;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A release: a baseline. {@code uploadUrl} is where assets are posted, without its template. */
public record Release(long id, String tag, String name, String body, boolean draft, boolean prerelease, String target,
        Optional<Instant> published, String uploadUrl, String url, List<Asset> assets) {

    public Release {
        assets = List.copyOf(assets);
    }

    public Optional<Asset> asset(String assetName) {
        return assets.stream().filter(asset -> asset.name().equals(assetName)).findFirst();
    }
}
