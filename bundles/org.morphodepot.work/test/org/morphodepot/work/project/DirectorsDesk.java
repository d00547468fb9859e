package org.morphodepot.work.project;

import java.io.IOException;
import java.net.ProxySelector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.morphodepot.forge.Forge;
import org.morphodepot.forge.Knobs;
import org.morphodepot.forge.PracticeDepot;
import org.morphodepot.git.Author;
import org.morphodepot.git.CloneOrder;
import org.morphodepot.git.Clones;
import org.morphodepot.git.GitProgress;
import org.morphodepot.git.SignIn;
import org.morphodepot.git.WorkFolder;
import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.NewPull;
import org.morphodepot.github.Pace;
import org.morphodepot.github.PullRequest;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.Repository;
import org.morphodepot.github.Secret;
import org.morphodepot.github.Watch;
import org.morphodepot.github.client.GitHub;
import org.morphodepot.github.client.GitHubHosts;
import org.morphodepot.github.client.TokenVault;
import org.morphodepot.label.Block;
import org.morphodepot.label.LabelLayer;
import org.morphodepot.label.LabelLayer.BlockChange;
import org.morphodepot.label.Segment;
import org.morphodepot.label.SegmentColor;
import org.morphodepot.label.Segmentation;
import org.morphodepot.label.segnrrd.SegNrrd;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.work.Account;
import org.morphodepot.work.Desk;

/** The practice forge, a director's desk, and segmenters who send contributions in. */
public final class DirectorsDesk implements AutoCloseable {

    private static final Pace HURRY = new Pace() {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public void sleep(Duration time) throws InterruptedException {
            Thread.sleep(Math.min(50, time.toMillis()));
        }
    };

    public final Forge forge;
    public final RepoName depot;
    public final Desk desk;
    private final Path folder;
    private final Volumes volumes = Volumes.fromClassPath();
    private final GitHubHosts others;
    private final Map<String, org.morphodepot.forge.Account> people = new HashMap<>();

    public DirectorsDesk(Path folder) throws IOException {
        this.folder = folder;
        forge = Forge.start(folder.resolve("forge"), 0, Knobs.quick());
        PracticeDepot practice = PracticeDepot.in(forge);
        practice.accounts().forEach(account -> people.put(account.login(), account));
        depot = RepoName.of(practice.depot());
        desk = openDesk();
        others = hosts("others");
    }

    /** Another desk in the same folder, as after a restart. Close the first one before. */
    public Desk openDesk() throws IOException {
        return Desk.open(folder.resolve("desk"), TokenVault.inMemory(), volumes, hosts("answers"));
    }

    private GitHubHosts hosts(String name) {
        return new GitHubHosts(folder.resolve(name), HURRY, Duration.ofSeconds(5), ProxySelector.getDefault());
    }

    public ForgeAddress address() {
        return ForgeAddress.of(forge.address().toString());
    }

    public Secret token(String login) {
        return Secret.of(people.get(login).token());
    }

    /** Signs somebody in at the desk. */
    public Account account(String login) throws IOException {
        return account(desk, login);
    }

    public Account account(Desk at, String login) throws IOException {
        return at.accounts().add(address(), token(login), Watch.NONE);
    }

    /** Somebody at another computer. */
    public GitHub elsewhere(String login) {
        return others.signedIn(address(), login, token(login));
    }

    /** A box of one structure that somebody painted. */
    public record Painted(String id, String name, int label, VoxelBox box) {
    }

    /** Sends in a draft for an issue: the baseline with boxes painted over it. */
    public PullRequest draft(String login, int issue, Painted... boxes) throws IOException {
        GitHub github = elsewhere(login);
        Repository fork = login.equals(depot.owner()) ? github.repositories().get(depot) : github.forks(depot).ensure();
        Path place = folder.resolve(login + "-" + issue);
        SignIn signIn = SignIn.with(org.morphodepot.git.Secret.of(people.get(login).token()));
        String branch = "issue-" + issue;
        try (WorkFolder work = Files.exists(place) ? WorkFolder.open(place)
                : Clones.make(CloneOrder.newest(Desk.remote(new Account(address(), login, login, ""), fork.name()), place), signIn,
                        GitProgress.NONE)) {
            if (!work.resumeBranch(branch, "origin")) {
                work.startBranch(branch, work.head());
            }
            Path file = place.resolve(branch + ".seg.nrrd");
            SegNrrd.write(painted(read(Files.exists(file) ? file : place.resolve("baseline.seg.nrrd")), boxes), file, Progress.NONE);
            work.commitFile(branch + ".seg.nrrd", "Edited " + branch, new Author(login, login + "@example.org"));
            work.push("origin", branch, signIn, GitProgress.NONE);
        }
        return github.pulls(depot).ensure(NewPull.forIssue(issue, login));
    }

    /** The same, and asks for a review. */
    public PullRequest contribution(String login, int issue, Painted... boxes) throws IOException {
        PullRequest draft = draft(login, issue, boxes);
        return elsewhere(login).pulls(depot).ready(draft);
    }

    public Segmentation read(Path file) throws IOException {
        try (Dataset dataset = volumes.open(Address.of(file))) {
            return SegNrrd.read(dataset, java.util.Optional.empty(), Progress.NONE);
        }
    }

    private static Segmentation painted(Segmentation start, Painted... boxes) {
        List<Segment> segments = new ArrayList<>(start.segments());
        LabelLayer layer = start.layer(0);
        for (Painted one : boxes) {
            if (one.label() > 0 && start.segment(one.id()).isEmpty()) {
                segments.add(new Segment(one.id(), one.name(), SegmentColor.ofRgb(0x3060c0), 0, one.label(), "", List.of(), true,
                        false, 1));
            }
            layer = painted(layer, one);
        }
        return start.withSegments(segments).withLayers(List.of(layer));
    }

    private static LabelLayer painted(LabelLayer layer, Painted one) {
        VoxelBox box = one.box();
        List<BlockChange> changes = new ArrayList<>();
        for (int bz = box.z0() >> Block.SHIFT; bz <= box.z1() - 1 >> Block.SHIFT; bz++) {
            for (int by = box.y0() >> Block.SHIFT; by <= box.y1() - 1 >> Block.SHIFT; by++) {
                for (int bx = box.x0() >> Block.SHIFT; bx <= box.x1() - 1 >> Block.SHIFT; bx++) {
                    char[] labels = new char[Block.VOXELS];
                    layer.block(bx, by, bz).copyTo(labels);
                    for (int i = 0; i < labels.length; i++) {
                        if (box.contains((bx << 5) + (i & 31), (by << 5) + (i >> 5 & 31), (bz << 5) + (i >> 10))) {
                            labels[i] = (char) one.label();
                        }
                    }
                    changes.add(new BlockChange(bx, by, bz, Block.of(labels)));
                }
            }
        }
        return layer.with(changes);
    }

    @Override
    public void close() throws IOException {
        desk.close();
        others.close();
        forge.close();
    }
}
