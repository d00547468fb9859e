package org.morphodepot.forge.internal.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.morphodepot.forge.internal.http.Call;
import org.morphodepot.forge.internal.http.Problem;
import org.morphodepot.forge.internal.http.Reply;
import org.morphodepot.forge.internal.hub.Desk;
import org.morphodepot.forge.internal.show.Show;
import org.morphodepot.forge.internal.show.ShowRelease;
import org.morphodepot.forge.internal.state.Asset;
import org.morphodepot.forge.internal.state.Release;
import org.morphodepot.forge.internal.state.Repo;

/** Files of releases on their way in: streamed to the disk before anybody else has to wait. */
public final class Uploads {

    private static final long LARGEST = 2L * 1024 * 1024 * 1024;

    private final Desk desk;

    public Uploads(Desk desk) {
        this.desk = desk;
    }

    /** Answers {@code POST /repos/owner/name/releases/id/assets?name=...}. */
    public Reply receive(Call call, InputStream body) throws IOException {
        String[] parts = call.path().replaceAll("^/+", "").split("/");
        if (parts.length != 6 || !parts[0].equals("repos") || !parts[5].equals("assets")) {
            throw Problem.notFound();
        }
        Repo repo = desk.hub().change(change -> allowed(call, parts[1], parts[2]));
        String name = call.query("name").map(given -> given.replaceAll("[^\\w.+-]", "."))
                .orElseThrow(() -> Problem.invalid("ReleaseAsset", "name", "missing_field"));
        Path coming = Files.createTempFile(desk.hub().git().asset(0).getParent(), "upload", ".tmp");
        try {
            String digest = store(body, coming);
            return desk.hub().change(change -> {
                Release release = desk.hub().store().get(Release.class, repo.id, Long.parseLong(parts[4]))
                        .orElseThrow(Problem::notFound);
                refuseSecond(repo, release, name);
                Asset asset = asset(call, repo, release, name, Files.size(coming), digest);
                asset.id = change.nextId();
                Files.move(coming, desk.hub().git().asset(asset.id), StandardCopyOption.ATOMIC_MOVE);
                change.put(asset);
                Show show = new Show(desk.hub(), call.links(), call.login());
                return Reply.created(new ShowRelease(show).asset(repo, release, asset));
            });
        } finally {
            Files.deleteIfExists(coming);
        }
    }

    private Repo allowed(Call call, String owner, String name) {
        Repo repo = desk.hub().visible(owner, name, call.me());
        desk.hub().needPush(repo, call.me());
        return repo;
    }

    private void refuseSecond(Repo repo, Release release, String name) {
        if (desk.hub().store().of(Asset.class, repo.id, release.id).stream().anyMatch(one -> one.name.equals(name))) {
            throw Problem.invalid("ReleaseAsset", "name", "already_exists");
        }
    }

    private Asset asset(Call call, Repo repo, Release release, String name, long size, String digest) {
        Asset asset = new Asset();
        asset.repo = repo.id;
        asset.release = release.id;
        asset.name = name;
        asset.label = call.query("label").orElse("");
        asset.contentType = call.header("Content-Type").orElse("application/octet-stream");
        asset.size = size;
        asset.digest = "sha256:" + digest;
        asset.uploader = call.me();
        asset.created = desk.hub().now();
        return asset;
    }

    private static String store(InputStream body, Path file) throws IOException {
        MessageDigest sha = sha256();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), sha)) {
            byte[] buffer = new byte[1 << 16];
            long size = 0;
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                size += n;
                if (size > LARGEST) {
                    throw Problem.invalid("ReleaseAsset", "size", "invalid");
                }
                out.write(buffer, 0, n);
            }
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
