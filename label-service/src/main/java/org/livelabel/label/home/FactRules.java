package org.livelabel.label.home;

import java.util.ArrayList;
import java.util.List;
import org.livelabel.label.label.Answer;
import org.livelabel.label.label.Fact;
import org.livelabel.label.label.FactCatalogue;
import org.livelabel.label.words.Words;

/** How one of the six facts is marked, for people. */
public record FactRules(String id, String icon, List<Rule> rules, List<String> fields) {
    /** @param answer its wire name */
    public record Rule(String answer, String tone, String mark, String when) {}

    static List<FactRules> all(Words words) {
        List<FactRules> all = new ArrayList<>();
        for (Fact fact : FactCatalogue.unanswered(words)) {
            List<Rule> rules = new ArrayList<>();
            for (Answer answer : List.of(Answer.YES, Answer.PARTLY, Answer.NO, Answer.NOT_STATED)) {
                rules.add(new Rule(
                        answer.wireName(),
                        answer.tone(),
                        answer.mark(),
                        words.say("how." + fact.id() + "." + answer.wireName())));
            }
            all.add(new FactRules(fact.id(), fact.icon(), rules, fact.fields()));
        }
        return all;
    }
}
