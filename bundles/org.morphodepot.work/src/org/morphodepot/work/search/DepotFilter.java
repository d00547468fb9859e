package org.morphodepot.work.search;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.morphodepot.depot.Question;

/**
 * Which depots are shown. A question excludes a depot only when the depot answers it with none of the wanted answers: blank
 * fields never hide a depot.
 *
 * @param text part of repository, owner, species or description; {@code *} and {@code ?} stand for other characters
 * @param tier empty for both
 * @param wanted answers by question, in today's words; none or an empty set for any
 */
public record DepotFilter(String text, Optional<Tier> tier, Map<Question, Set<String>> wanted) {

    public static final DepotFilter ALL = new DepotFilter("", Optional.empty(), Map.of());

    public DepotFilter {
        wanted = Map.copyOf(wanted);
    }

    public DepotFilter saying(String words) {
        return new DepotFilter(words.strip(), tier, wanted);
    }

    public DepotFilter in(Optional<Tier> only) {
        return new DepotFilter(text, only, wanted);
    }

    /** With these answers to one question; none for any. */
    public DepotFilter with(Question question, Set<String> answers) {
        Map<Question, Set<String>> more = new EnumMap<>(Question.class);
        more.putAll(wanted);
        more.put(question, Set.copyOf(answers));
        return new DepotFilter(text, tier, more);
    }

    public boolean shows(DepotCard card) {
        return tier.map(card.tier()::equals).orElse(true) && says(card)
                && wanted.entrySet().stream().allMatch(one -> answers(card, one.getKey(), one.getValue()));
    }

    private static boolean answers(DepotCard card, Question question, Set<String> any) {
        Set<String> told = card.accession().meanings(question);
        return any.isEmpty() || told.isEmpty() || !Collections.disjoint(told, any);
    }

    private boolean says(DepotCard card) {
        if (text.isEmpty()) {
            return true;
        }
        Pattern glob = glob();
        return Stream.of(card.repo().owner() + "^" + card.repo().name(), card.repo().toString(),
                card.answer(Question.REPOSITORY), card.answer(Question.SPECIES), card.answer(Question.OTHER_SUBJECT_DESCRIPTION))
                .anyMatch(one -> glob.matcher(one.toLowerCase(Locale.ROOT)).find());
    }

    private Pattern glob() {
        StringBuilder regex = new StringBuilder();
        for (char c : text.toLowerCase(Locale.ROOT).replaceAll("\\*+", "*").toCharArray()) {
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(regex.toString());
    }
}
