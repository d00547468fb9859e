package org.morphodepot.work.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.depot.Accession;
import org.morphodepot.depot.ColorTable;
import org.morphodepot.depot.Concept;
import org.morphodepot.depot.Question;
import org.morphodepot.depot.TaskBlock;
import org.morphodepot.git.CommitId;
import org.morphodepot.git.GitProgress;
import org.morphodepot.git.WorkFolder;
import org.morphodepot.github.IssueEdit;
import org.morphodepot.github.NewRepository;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.Watch;
import org.morphodepot.label.Segment;
import org.morphodepot.label.Segmentation;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.work.Brush;
import org.morphodepot.work.Desk;
import org.morphodepot.work.Painter;
import org.morphodepot.work.SavedLabels;
import org.morphodepot.work.School;
import org.morphodepot.work.WorkException;
import org.morphodepot.work.submit.Submit;

class StartWorkTest {

    private static final VoxelBox EYE = new VoxelBox(10, 20, 30, 14, 25, 33);

    @TempDir
    Path folder;

    private School school;

    @BeforeEach
    void open() throws Exception {
        school = new School(folder);
    }

    @AfterEach
    void close() throws Exception {
        school.close();
    }

    @Test
    void firstStart_makesForkCloneBranchScanAndLabels() throws Exception {
        Assignment made = StartWork.on(school.desk("sam", "laptop"), school.task(1), Progress.NONE);
        assertEquals(RepoName.of("sam/practice-specimen"), made.origin());
        assertEquals("issue-1.seg.nrrd", made.labels().getFileName().toString());
        assertEquals("PracticeSpecimen.nrrd", made.scan().name());
        assertEquals("PracticeColors.csv", made.colorTable().orElseThrow().getFileName().toString());
        assertEquals(List.of(), made.notes());
        try (WorkFolder work = WorkFolder.open(made.folder())) {
            assertEquals(Optional.of("issue-1"), work.branch());
            assertTrue(work.file(work.head(), "issue-1.seg.nrrd").isEmpty(), "nothing is committed yet");
            assertTrue(work.remote("upstream").toString().endsWith("/director/practice-specimen.git"));
        }
    }

    @Test
    void practiceDepot_isWordForWordADepot() throws Exception {
        Assignment made = StartWork.on(school.desk("sam", "laptop"), school.task(1), Progress.NONE);
        Path table = made.colorTable().orElseThrow();
        assertEquals(Files.readString(table), ColorTable.read(table).csv());
        Accession accession = Accession.read(made.folder());
        assertEquals(Set.of("Fictus computatus"), accession.meanings(Question.SPECIES));
    }

    @Test
    void labels_areTheBaselineWithItsIds() throws Exception {
        Desk desk = school.desk("sam", "laptop");
        Assignment made = StartWork.on(desk, school.task(1), Progress.NONE);
        Segmentation labels = SavedLabels.read(desk.volumes(), made.labels(), Optional.empty(), Progress.NONE);
        Segmentation baseline = SavedLabels.read(desk.volumes(), made.folder().resolve("baseline.seg.nrrd"), Optional.empty(),
                Progress.NONE);
        assertEquals("Segment_1", labels.segments().getFirst().id());
        assertEquals("spine", labels.segments().getFirst().name());
        assertTrue(Brush.count(labels, "spine") > 0);
        assertTrue(labels.layer(0).equals(baseline.layer(0)));
        assertTrue(labels.fields().stream().anyMatch(field -> field.value().contains("Reference image geometry|-0.5;0;0;0;0;-0.5;")),
                "3D Slicer paints only inside the scan that the file names");
    }

    @Test
    void structuresOfTheTask_becomeEmptySegmentsOfTheColourTable() throws Exception {
        TaskBlock block = TaskBlock.EMPTY.withStructures(List.of(
                new TaskBlock.Structure(OptionalInt.of(3), "left eye", Concept.NONE),
                new TaskBlock.Structure(OptionalInt.empty(), "Spine", Concept.NONE),
                new TaskBlock.Structure(OptionalInt.empty(), "jaw", Concept.NONE)));
        school.web("director").issues(school.depot()).edit(1, IssueEdit.nothing().body(block.into("Eyes, please.")));
        Desk desk = school.desk("sam", "laptop");
        Painter painter = new Painter(desk, school.task(1));
        assertEquals(List.of("spine", "left eye", "jaw"), painter.session.segments().stream().map(Segment::name).toList());
        assertTrue(painter.session.segments().get(1).tag("TerminologyEntry").orElseThrow().contains("SCT^8966001^Left eye"));
        assertEquals(Optional.of(block), painter.assignment.block());
        assertEquals(Optional.of(block), Assignments.of(desk).at(painter.assignment.labels()).orElseThrow().block());
    }

    @Test
    void unrelatedRepositoryOfTheSameName_isNotTakenForTheFork() throws Exception {
        school.web("sam").repositories().ensure(new NewRepository("practice-specimen", Optional.empty(), "mine", false, true));
        Assignment made = StartWork.on(school.desk("sam", "laptop"), school.task(1), Progress.NONE);
        assertEquals(RepoName.of("sam/practice-specimen-1"), made.origin());
        Assignment again = StartWork.on(school.desk("sam", "other"), school.task(2), Progress.NONE);
        assertEquals(RepoName.of("sam/practice-specimen-1"), again.origin());
    }

    @Test
    void ownDepot_needsNoFork() throws Exception {
        Assignment made = StartWork.on(school.desk("director", "office"), school.task(4), Progress.NONE);
        assertEquals(school.depot(), made.origin());
        assertEquals(List.of(), school.web("director").forks(school.depot()).list());
    }

    @Test
    void anotherMachine_resumesTheBranch() throws Exception {
        Painter laptop = new Painter(school.desk("sam", "laptop"), school.task(1));
        laptop.paint("left eye", EYE).checkpoint();
        Submit.at(laptop.desk).submit(laptop.assignment);
        laptop.settle();
        Painter office = new Painter(school.desk("sam", "office"), school.task(1));
        assertEquals(EYE.voxels(), Brush.count(office.session, "left eye"));
        try (WorkFolder here = WorkFolder.open(office.assignment.folder()); WorkFolder there = WorkFolder.open(
                laptop.assignment.folder())) {
            assertEquals(there.head(), here.head());
        }
    }

    @Test
    void newBranch_startsFromThePresentMainOfTheDepot() throws Exception {
        Desk desk = school.desk("sam", "laptop");
        StartWork.on(desk, school.task(2), Progress.NONE); // the fork is made before the depot moves on
        Painter director = new Painter(school.desk("director", "office"), school.task(4));
        try (WorkFolder work = WorkFolder.open(director.assignment.folder())) {
            work.resumeBranch("main", "origin");
            Files.writeString(work.folder().resolve("NEWS.md"), "a release\n");
            work.commitFile("NEWS.md", "news", director.assignment.account().author());
            work.push("origin", "main", director.desk.signIn(director.assignment.account()), GitProgress.NONE);
            CommitId main = work.head();
            Assignment later = StartWork.on(desk, school.task(1), Progress.NONE);
            try (WorkFolder sams = WorkFolder.open(later.folder())) {
                assertEquals(main, sams.head());
            }
        }
    }

    @Test
    void damagedScan_isFetchedAgain() throws Exception {
        Desk desk = school.desk("sam", "laptop");
        Path scan = StartWork.on(desk, school.task(1), Progress.NONE).scan().path();
        byte[] good = Files.readAllBytes(scan);
        Files.write(scan, "NRRD0004 not any more".getBytes());
        assertEquals(scan, StartWork.on(desk, school.task(1), Progress.NONE).scan().path());
        assertEquals(-1, Files.mismatch(scan, Files.write(folder.resolve("good"), good)));
    }

    @Test
    void halfAScan_isCompletedNotFetchedAnew() throws Exception {
        Desk desk = school.desk("sam", "laptop");
        Path scan = StartWork.on(desk, school.task(1), Progress.NONE).scan().path();
        byte[] good = Files.readAllBytes(scan);
        Files.delete(scan);
        Files.write(scan.resolveSibling(scan.getFileName() + ".part"), Arrays.copyOf(good, good.length / 2));
        StartWork.on(desk, school.task(1), Progress.NONE);
        assertEquals(-1, Files.mismatch(scan, Files.write(folder.resolve("good"), good)));
    }

    @Test
    void withoutNetwork_workGoesOnWithWhatIsHere() throws Exception {
        Desk desk = school.desk("sam", "laptop");
        Assignment online = StartWork.on(desk, school.task(1), Progress.NONE);
        school.forge.close();
        Assignment offline = StartWork.on(desk, school.task(1), Progress.NONE);
        assertEquals(online.labels(), offline.labels());
        assertEquals(online.scan(), offline.scan());
        assertTrue(offline.notes().getFirst().contains("what is on this computer"), offline.notes().toString());
        WorkException e = assertThrows(WorkException.class, () -> StartWork.on(desk, school.task(2), Progress.NONE));
        assertEquals(WorkException.Kind.OFFLINE, e.kind(), e.getMessage());
    }

    @Test
    void uncommittedWork_isNeverOverwrittenByANewerVersion() throws Exception {
        Painter office = new Painter(school.desk("sam", "office"), school.task(1));
        office.paint("left eye", EYE).save();
        Painter laptop = new Painter(school.desk("sam", "laptop"), school.task(1));
        laptop.paint("right eye", EYE.shift(0, 20, 0)).checkpoint();
        Submit.at(laptop.desk).submit(laptop.assignment);
        laptop.settle();
        Painter again = new Painter(office.desk, school.task(1));
        assertEquals(EYE.voxels(), Brush.count(again.session, "left eye"));
        again.checkpoint();
        Submit.at(again.desk).submit(again.assignment);
        again.settle();
        Segmentation both = again.onDisk();
        assertEquals(EYE.voxels(), Brush.count(both, "left eye"));
        assertEquals(EYE.voxels(), Brush.count(both, "right eye"));
    }

    @Test
    void folderThatIsNoClone_isArchivedNotDeleted() throws Exception {
        Desk desk = school.desk("sam", "laptop");
        Path place = desk.folderOf(school.task(1), desk.accounts().active().orElseThrow());
        Files.createDirectories(place);
        Files.writeString(place.resolve("precious.txt"), "mine");
        StartWork.on(desk, school.task(1), Progress.NONE);
        try (Stream<Path> kept = Files.walk(desk.folder().resolve("archive"))) {
            assertTrue(kept.anyMatch(file -> file.getFileName().toString().equals("precious.txt")));
        }
        assertFalse(Files.exists(place.resolve("precious.txt")));
    }

    @Test
    void accounts_haveFoldersOfTheirOwn() throws Exception {
        Desk desk = school.desk("sam", "laptop");
        Assignment sams = StartWork.on(desk, school.task(1), Progress.NONE);
        desk.accounts().add(school.address(), school.token("robin"), Watch.NONE);
        Assignment robins = StartWork.on(desk, school.task(1), Progress.NONE);
        assertFalse(sams.folder().equals(robins.folder()));
        assertEquals("robin", robins.account().login());
        assertEquals("sam", Assignments.of(desk).at(sams.labels()).orElseThrow().account().login());
        assertEquals(sams.scan(), robins.scan());
    }
}
