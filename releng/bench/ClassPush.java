import java.net.ProxySelector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.morphodepot.forge.Forge;
import org.morphodepot.forge.Knobs;
import org.morphodepot.forge.PracticeDepot;
import org.morphodepot.git.GitProgress;
import org.morphodepot.git.WorkFolder;
import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.Pace;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.Secret;
import org.morphodepot.github.Watch;
import org.morphodepot.github.client.GitHubHosts;
import org.morphodepot.github.client.TokenVault;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.Volumes;
import org.morphodepot.work.Desk;
import org.morphodepot.work.TaskRef;
import org.morphodepot.work.queue.Entry.State;
import org.morphodepot.work.start.Assignment;
import org.morphodepot.work.start.StartWork;
import org.morphodepot.work.submit.Submit;

/** A class submits at the same moment: each has a desk, a fork and a task, and sends a file that cannot be compressed. */
class ClassPush {

    private static final String DEPOT = "director/practice-specimen";

    public static void main(String[] args) throws Exception {
        if (args[0].equals("serve")) {
            serve(Path.of(args[1]), Integer.parseInt(args[2]));
        } else {
            push(Path.of(args[1]), args[2], List.of(args[3].split(",")), Integer.parseInt(args[4]));
        }
    }

    /** Prints the address and the tokens; then the most memory it had, when its input ends. */
    private static void serve(Path folder, int people) throws Exception {
        try (Forge forge = Forge.start(folder, 0, Knobs.quick())) {
            PracticeDepot.in(forge);
            List<String> tokens = new ArrayList<>();
            for (int i = 1; i <= people; i++) {
                tokens.add(forge.account("student-" + i, "Student " + i, "segmenter").token());
            }
            System.out.println(forge.address() + " " + String.join(",", tokens));
            System.in.transferTo(System.err);
        }
        Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("VmHWM")).forEach(System.out::println);
    }

    private static void push(Path folder, String address, List<String> tokens, int bytes) throws Exception {
        ForgeAddress forge = ForgeAddress.of(address);
        List<Desk> desks = new ArrayList<>();
        List<Assignment> tasks = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Path place = Files.createDirectories(folder.resolve("student-" + (i + 1)));
            GitHubHosts hosts = new GitHubHosts(place.resolve("answers"), Pace.REAL, Duration.ofSeconds(90), ProxySelector.of(null));
            Desk desk = Desk.open(place, TokenVault.inMemory(), Volumes.fromClassPath(), hosts);
            desk.accounts().add(forge, Secret.of(tokens.get(i)), Watch.NONE);
            desks.add(desk);
            Assignment task = StartWork.on(desk, new TaskRef(forge, RepoName.of(DEPOT), 1 + i % 4), Progress.NONE);
            byte[] noise = new byte[bytes];
            new Random(i).nextBytes(noise);
            Files.write(task.labels(), noise);
            desk.folders().in(task.folder(), work -> work.commitFile(task.labels().getFileName().toString(),
                    "Edited " + task.task().branch(), task.account().author()));
            tasks.add(task);
        }
        System.out.println(tokens.size() + " segmenters are ready to send " + bytes / 1_000_000 + " MB each");
        long began = System.nanoTime();
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int i = 0; i < desks.size(); i++) {
                Desk desk = desks.get(i);
                Assignment task = tasks.get(i);
                work.add(() -> sent(desk, task));
            }
            long landed = all.invokeAll(work).stream().filter(done -> done.resultNow()).count();
            System.out.printf("%d of %d landed in %.1f s%n", landed, desks.size(), (System.nanoTime() - began) / 1e9);
            desks.forEach(Desk::close);
            if (landed < desks.size()) {
                System.exit(1);
            }
        }
    }

    private static boolean sent(Desk desk, Assignment task) throws Exception {
        Submit.at(desk).submit(task);
        desk.queue().settle(Duration.ofMinutes(20));
        if (desk.queue().entries().stream().anyMatch(entry -> entry.state() != State.DONE)) {
            System.out.println(task.account().login() + ": " + desk.queue().entries());
            return false;
        }
        try (WorkFolder work = WorkFolder.open(task.folder())) {
            return work.head().equals(work.fetch("origin", task.task().branch(), desk.signIn(task.account()), GitProgress.NONE));
        }
    }
}
