package org.morphodepot.work.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.morphodepot.github.Mark;
import org.morphodepot.github.RepoName;
import org.morphodepot.work.DamagedFile;
import org.morphodepot.work.project.PlanFile.Plan;

class PlanFileTest {

    @TempDir
    private Path folder;

    private static Plan plan() {
        TaskDraft draft = new TaskDraft("Frontal bone", "Paint it.", List.of("sam"), List.of("bone"));
        return new Plan(RepoName.of("lab/danio"),
                List.of(new PlannedTask(new Mark("0a1b2c"), draft, OptionalInt.of(7)), new PlannedTask(new Mark("3d4e5f"), draft,
                        OptionalInt.empty())));
    }

    @Test
    void plan_isReadBack() throws IOException {
        PlanFile file = new PlanFile(folder.resolve("a.json"));
        assertEquals(Optional.empty(), file.read());
        file.write(plan());
        assertEquals(Optional.of(plan()), file.read());
        assertEquals(List.of(file), PlanFile.in(folder));
    }

    @Test
    void damagedPlan_isReadOrLeftOut() throws IOException {
        PlanFile file = new PlanFile(folder.resolve("a.json"));
        file.write(plan());
        DamagedFile.each(file.path(), file::read);
    }
}
