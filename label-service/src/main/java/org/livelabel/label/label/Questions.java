package org.livelabel.label.label;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.livelabel.label.label.LabelView.Question;
import org.livelabel.label.words.Words;

/** Every question that a maker can answer today: the support commitment and the fields of {@code disclosure/1}. */
final class Questions {
    static final List<String> FIELDS = List.of(
            "support",
            "updates.possible",
            "updates.automatic",
            "updates.signed",
            "updates.keeps_settings",
            "updates.how_to_obtain",
            "updates.fix_within_days",
            "access.default_password",
            "access.two_factor",
            "access.lockout",
            "access.change_notice",
            "access.recovery",
            "security.encrypted_in_transit",
            "security.encrypted_at_rest",
            "security.credentials_hashed",
            "security.sbom_kept",
            "data.collects",
            "data.practices",
            "privacy.no_sale",
            "privacy.policy_url",
            "privacy.controls_url",
            "privacy.opt_out_consequences",
            "privacy.deletion",
            "privacy.device_erase",
            "offline.works",
            "offline.keeps",
            "offline.stops",
            "offline.physical_safety",
            "ownership.transferable",
            "ownership.steps_for_new_owner",
            "ownership.steps_before_passing_on",
            "vulnerabilities.contact",
            "vulnerabilities.policy_url",
            "vulnerabilities.monitors_components",
            "vulnerabilities.rewards");

    private final LabelContext context;
    private final Words words;

    Questions(LabelContext context) {
        this.context = context;
        this.words = context.words();
    }

    List<String> answered() {
        return FIELDS.stream().filter(this::isAnswered).toList();
    }

    long answeredOn(String basis) {
        return answered().stream().filter(f -> basisOf(f).equals(basis)).count();
    }

    List<Question> all() {
        List<Question> questions = new ArrayList<>();
        for (String field : FIELDS) {
            Answer answer = answer(field);
            boolean stated = answer == Answer.NOT_STATED && isAnswered(field);
            questions.add(new Question(
                    words.say("question." + field),
                    stated ? Answer.NOT_APPLICABLE : answer,
                    words.say(stated ? "question.answered" : "answer." + answer.wireName())));
        }
        return questions;
    }

    private boolean isAnswered(String field) {
        if (field.equals("support")) {
            return context.commitment() != null;
        }
        JsonNode node = context.disclosed().at(field);
        if (node.has("answer")) {
            return context.disclosed().answer(field) != Answer.NOT_STATED;
        }
        return node.isContainerNode() ? !node.isEmpty() : node.isValueNode() && !node.isNull();
    }

    private Answer answer(String field) {
        return context.disclosed().answer(field);
    }

    private String basisOf(String field) {
        return field.equals("support")
                ? context.supportProvenance().map(Provenance::basis).orElse("statement")
                : context.disclosed().provenanceOf(field).basis();
    }
}
