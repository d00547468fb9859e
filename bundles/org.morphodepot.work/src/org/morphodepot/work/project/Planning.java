package org.morphodepot.work.project;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.morphodepot.depot.ColorRow;
import org.morphodepot.depot.ColorTable;
import org.morphodepot.git.CommitId;
import org.morphodepot.github.Person;
import org.morphodepot.github.RepoName;
import org.morphodepot.github.Repository;
import org.morphodepot.github.client.GitHub;
import org.morphodepot.volume.Progress;
import org.morphodepot.work.Account;
import org.morphodepot.work.Desk;
import org.morphodepot.work.Watching;
import org.morphodepot.work.WorkException;

/**
 * What a director needs to make tasks of structures.
 *
 * @param rights of the director
 * @param structures rows of the depot's colour table, without the background
 * @param people who can be assigned, by login
 * @param board the tasks there are
 */
public record Planning(Rights rights, List<ColorRow> structures, List<Person> people, TaskBoard board) {

    public Planning {
        structures = List.copyOf(structures);
        people = List.copyOf(people);
    }

    /** Asks the forge. Blocks. */
    public static Planning of(Desk desk, Account account, RepoName depot, Progress progress) throws WorkException {
        try {
            GitHub github = desk.github(account).watched(Watching.github(progress));
            progress.report(0, 4, "Asking about the depot");
            Repository repository = github.repositories().get(depot);
            Rights rights = Rights.of(repository, account);
            List<Person> people = Assigning.people(desk, account, depot, progress);
            progress.report(1, 4, "Reading the colour table");
            List<ColorRow> rows = structures(new DepotClone(desk, account, depot, progress), repository.defaultBranch());
            progress.report(3, 4, "Asking for the tasks");
            return new Planning(rights, rows, people, TaskBoard.ask(desk, account, depot, progress).value());
        } catch (CancellationException e) {
            throw WorkException.of(e);
        } catch (IOException e) {
            throw WorkException.of(e);
        }
    }

    private static List<ColorRow> structures(DepotClone clone, String main) throws WorkException {
        return clone.use(opened -> {
            CommitId newest = opened.newest(main);
            List<String> names = opened.work().rootNames(newest).stream().sorted().toList();
            Optional<String> name = first(names, ".csv").or(() -> first(names, ".ctbl"));
            if (name.isEmpty()) {
                throw new WorkException(WorkException.Kind.NOT_FOUND, "The depot has no colour table, so there are no structures"
                        + " to choose from. Add a .csv file with the structures to it.");
            }
            String ending = name.get().toLowerCase(Locale.ROOT).endsWith(".csv") ? ".csv" : ".ctbl";
            Path copy = opened.copy(opened.work().file(newest, name.get()), clone.folder().resolve("structures" + ending))
                    .orElseThrow();
            return ColorTable.read(copy).rows().stream().filter(row -> row.label() > 0).toList();
        });
    }

    private static Optional<String> first(List<String> names, String ending) {
        return names.stream().filter(name -> name.toLowerCase(Locale.ROOT).endsWith(ending)).findFirst();
    }
}
