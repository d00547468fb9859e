package org.morphodepot.work.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

import org.morphodepot.depot.Accession;
import org.morphodepot.depot.Question;
import org.morphodepot.depot.Screenshots.Shot;
import org.morphodepot.github.RepoName;

/**
 * A depot as the search shows it. All texts come from strangers: use the methods that give them for one line.
 *
 * @param accession a form without answers when the depot's cannot be read
 * @param branch where its files are
 * @param size of the scan in bytes, when it is known
 * @param shots pictures with captions; none also when it is not known which there are
 */
public record DepotCard(RepoName repo, Accession accession, String branch, OptionalLong size, Optional<Instant> active,
        List<Shot> shots) {

    private static final int LONGEST = 300;

    public DepotCard {
        shots = List.copyOf(shots);
    }

    public Tier tier() {
        return Tier.of(repo);
    }

    /** The species, or what it is instead. */
    public String species() {
        String species = answer(Question.SPECIES);
        return species.isEmpty() ? answer(Question.OTHER_SUBJECT_DESCRIPTION) : species;
    }

    /** An answer in one line; many ticks are parted by semicolons; empty when unanswered. */
    public String answer(Question question) {
        return accession.answers(question).stream().map(DepotCard::line).collect(Collectors.joining("; "));
    }

    /** Voxels along i, j, k, such as {@code 594 × 1046 × 738}; as written when that is not three numbers. */
    public String dimensions() {
        return accession.scanDimensions().map(all -> joined(all)).orElseGet(() -> line(accession.extra("scanDimensions")));
    }

    /** Millimetres along i, j, k; as written when that is not three numbers. */
    public String spacing() {
        return accession.scanSpacing().map(all -> joined(all.stream().map(DepotCard::rounded).toList()))
                .orElseGet(() -> line(accession.extra("scanSpacing")));
    }

    private static String rounded(double millimetres) {
        return Double.toString(Math.round(millimetres * 1e5) / 1e5);
    }

    private static String joined(List<?> three) {
        return three.stream().map(String::valueOf).collect(Collectors.joining(" × "));
    }

    /** A stranger's text as one line of at most some hundred characters, without control and direction marks. */
    static String line(String text) {
        String plain = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
    }
}
