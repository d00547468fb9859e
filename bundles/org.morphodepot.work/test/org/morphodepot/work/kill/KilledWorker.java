package org.morphodepot.work.kill;

import java.net.ProxySelector;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

import org.morphodepot.git.WorkFolder;
import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.Pace;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.Secret;
import org.morphodepot.github.Watch;
import org.morphodepot.github.client.GitHubHosts;
import org.morphodepot.github.client.TokenVault;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.work.Desk;
import org.morphodepot.work.Painter;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.queue.Entry.State;
import org.morphodepot.work.submit.Submit;

/**
 * Somebody who paints, saves, commits and submits without pause until the program is killed. Prints {@code committed ID} and
 * {@code sent ID} as soon as each is acknowledged.
 */
final class KilledWorker {

    private KilledWorker() {
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        ForgeAddress forge = ForgeAddress.of(arguments[1]);
        GitHubHosts hosts = new GitHubHosts(folder.resolve("answers"), new Hurry(), Duration.ofSeconds(20), ProxySelector.of(null));
        Desk desk = Desk.open(folder, TokenVault.inMemory(), Volumes.fromClassPath(), hosts);
        desk.accounts().add(forge, Secret.of(System.getenv("MORPHODEPOT_TOKEN")), Watch.NONE);
        TaskRef task = new TaskRef(forge, RepoName.of(arguments[2]), Integer.parseInt(arguments[3]));
        Random random = new Random(Long.parseLong(arguments[4]));
        Painter painter = new Painter(desk, task);
        say("started");
        while (true) {
            int x = random.nextInt(40);
            int y = random.nextInt(60);
            int z = random.nextInt(50);
            painter.paint("segment " + random.nextInt(5), new VoxelBox(x, y, z, x + 6, y + 6, z + 6));
            if (painter.checkpoint().flatMap(summary -> summary.merged()).isPresent()) {
                painter.session = painter.onDisk();
            }
            String head = head(painter);
            say("committed " + head);
            if (random.nextInt(3) == 0) {
                Submit.at(desk).submit(painter.assignment);
                painter.settle();
                if (desk.queue().entries().stream().allMatch(entry -> entry.state() == State.DONE)) {
                    say("sent " + head);
                }
            }
        }
    }

    private static String head(Painter painter) throws Exception {
        try (WorkFolder work = WorkFolder.open(painter.assignment.folder())) {
            return work.head().hex();
        }
    }

    private static void say(String what) {
        System.out.println(what);
        System.out.flush();
    }

    /** Does not wait between requests. */
    static final class Hurry implements Pace {

        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public void sleep(Duration time) throws InterruptedException {
            Thread.sleep(time.dividedBy(100));
        }
    }
}
