import java.io.OutputStream;
import java.net.ProxySelector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.morphodepot.cli.phantom.Phantom;
import org.morphodepot.forge.Forge;
import org.morphodepot.forge.Knobs;
import org.morphodepot.forge.PracticeDepot;
import org.morphodepot.git.Author;
import org.morphodepot.git.CloneOrder;
import org.morphodepot.git.Clones;
import org.morphodepot.git.GitProgress;
import org.morphodepot.git.RemoteAddress;
import org.morphodepot.git.SignIn;
import org.morphodepot.git.WorkFolder;
import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.Pace;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.Secret;
import org.morphodepot.github.Watch;
import org.morphodepot.github.client.GitHub;
import org.morphodepot.github.client.GitHubHosts;
import org.morphodepot.github.client.TokenVault;
import org.morphodepot.viewer.session.OpenRequest;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.viewer.session.Sessions;
import org.morphodepot.viewer.session.ToolPalette;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.spi.WriteOptions;
import org.morphodepot.work.Desk;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.start.Assignment;
import org.morphodepot.work.start.StartWork;

/**
 * How long it takes from the wish to work on a task to painting, on a depot that is cloned already and with a scan that is streamed:
 * the forge is asked, the branch brought up to date, scan and labels are opened.
 */
class Activate {

    private static final RepoName DEPOT = RepoName.of("director/practice-specimen");
    private static final String ZARR = "scan.zarr.zip";
    private static final Volumes VOLUMES = Volumes.fromClassPath();

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        String[] sides = args[1].split(",");
        VoxelSize size = new VoxelSize(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]), Integer.parseInt(sides[2]));
        int rounds = Integer.parseInt(args[2]);
        try (Forge forge = Forge.start(folder.resolve("forge"), 0, Knobs.quick())) {
            PracticeDepot practice = PracticeDepot.in(forge);
            ForgeAddress address = ForgeAddress.of(forge.address().toString());
            publish(folder, address, token(practice, "director"), zip(folder, size));
            System.out.printf("a scan of %,d voxels, %,d MB as Zarr%n", size.voxels(), Files.size(folder.resolve(ZARR)) >> 20);
            TaskRef task = new TaskRef(address, DEPOT, 1);
            System.out.printf("first time, with fork and clone: %.2f s%n", activate(folder, task, token(practice, "sam")));
            double[] seconds = new double[rounds];
            for (int i = 0; i < rounds; i++) {
                seconds[i] = activate(folder, task, token(practice, "sam"));
                System.out.printf("again, after a restart: %.2f s%n", seconds[i]);
            }
            Arrays.sort(seconds);
            System.out.printf("median of %d: %.2f s, worst %.2f s; goal 2 s%n", rounds, seconds[rounds / 2], seconds[rounds - 1]);
        }
    }

    private static Secret token(PracticeDepot practice, String login) {
        return Secret.of(practice.accounts().stream().filter(a -> a.login().equals(login)).findFirst().orElseThrow().token());
    }

    private static double activate(Path folder, TaskRef task, Secret token) throws Exception {
        Path place = Files.createDirectories(folder.resolve("desk"));
        GitHubHosts hosts = new GitHubHosts(place.resolve("answers"), Pace.REAL, Duration.ofSeconds(90), ProxySelector.of(null));
        try (Desk desk = Desk.open(place, TokenVault.inMemory(), VOLUMES, hosts)) {
            desk.accounts().add(task.forge(), token, Watch.NONE);
            Sessions sessions = new Sessions(VOLUMES, new ToolPalette(), 512L << 20);
            long began = System.nanoTime();
            Assignment assignment = StartWork.on(desk, task, Progress.NONE);
            long started = System.nanoTime();
            Session session = sessions.open(OpenRequest.of(assignment.scan(), assignment.labels()), Progress.NONE);
            session.addSegment().join();
            long end = System.nanoTime();
            System.out.printf("  task %.2f s, scan and labels %.2f s%n", (started - began) / 1e9, (end - started) / 1e9);
            if (assignment.scan().isFile()) {
                throw new IllegalStateException("not streamed: " + assignment.notes());
            }
            sessions.dispose();
            return (end - began) / 1e9;
        }
    }

    private static Path zip(Path folder, VoxelSize size) throws Exception {
        Path zarr = folder.resolve("scan.zarr");
        try (Dataset scan = Phantom.of(size, Optional.empty(), 1).scan()) {
            VOLUMES.writer(Address.of(zarr)).write(scan, Address.of(zarr), WriteOptions.DEFAULT, VOLUMES, Progress.NONE);
        }
        Path zip = folder.resolve(ZARR);
        try (OutputStream out = Files.newOutputStream(zip); ZipOutputStream entries = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(zarr)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                ZipEntry entry = new ZipEntry(zarr.relativize(file).toString());
                CRC32 sum = new CRC32();
                sum.update(bytes);
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(bytes.length);
                entry.setCrc(sum.getValue());
                entries.putNextEntry(entry);
                entries.write(bytes);
                entries.closeEntry();
            }
        }
        return zip;
    }

    /** The Zarr becomes an asset of the depot's release, and main names it. */
    private static void publish(Path folder, ForgeAddress address, Secret token, Path zip) throws Exception {
        try (GitHubHosts hosts = new GitHubHosts(folder.resolve("director"), Pace.REAL, Duration.ofSeconds(90), ProxySelector.of(null))) {
            GitHub github = hosts.signedIn(address, "director", token);
            github.releases(DEPOT).upload(github.releases(DEPOT).find("v1").orElseThrow(), zip, ZARR, "application/zip");
        }
        SignIn director = SignIn.with(org.morphodepot.git.Secret.of(token.reveal()));
        RemoteAddress depot = RemoteAddress.of(address + "/" + DEPOT + ".git");
        Path clone = folder.resolve("main");
        try (WorkFolder work = Clones.make(CloneOrder.newest(depot, clone), director, GitProgress.NONE)) {
            Files.createDirectories(clone.resolve(".morphodepot"));
            Files.writeString(clone.resolve(".morphodepot/source_zarr"), "releases/download/v1/" + ZARR);
            work.commitFile(".morphodepot/source_zarr", "Name the copy for streaming", new Author("Dana", "dana@example.org"));
            work.push("origin", "main", director, GitProgress.NONE);
        }
    }
}
