package org.livelabel.registry.disclosure;

import java.util.Map;

/** Says the disclosure's codes in plain English. A code that is not known here is said as it is. */
final class PlainWords {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("type.camera", "Camera pictures"),
            Map.entry("type.microphone", "Sound"),
            Map.entry("type.location", "Location"),
            Map.entry("type.motion", "Movement"),
            Map.entry("type.presence", "Who is there"),
            Map.entry("type.biometric", "Body features such as faces or fingerprints"),
            Map.entry("type.health", "Health data"),
            Map.entry("type.contacts", "Contacts"),
            Map.entry("type.account", "Account data"),
            Map.entry("type.usage", "How it is used"),
            Map.entry("type.diagnostics", "Fault reports"),
            Map.entry("type.network", "Data about the network"),
            Map.entry("type.payment", "Payment data"),
            Map.entry("type.climate", "Climate in the room"),
            Map.entry("type.other", "Other data"),
            Map.entry("purpose.core_function", "what the product does"),
            Map.entry("purpose.security", "security"),
            Map.entry("purpose.personalise", "adapting to the person"),
            Map.entry("purpose.research", "research"),
            Map.entry("purpose.ads", "advertising"),
            Map.entry("purpose.ai_training", "training artificial intelligence"),
            Map.entry("purpose.other", "other purposes"),
            Map.entry("role.service_provider", "service providers"),
            Map.entry("role.advertiser", "advertisers"),
            Map.entry("role.data_broker", "data brokers"),
            Map.entry("role.researcher", "researchers"),
            Map.entry("role.authority", "authorities"),
            Map.entry("role.other", "others"),
            Map.entry("until.user_deletes", "until the person deletes it"),
            Map.entry("until.account_closed", "until the account is closed"),
            Map.entry("until.overwritten", "until it is overwritten"),
            Map.entry("until.reset", "until a reset"),
            Map.entry("answer.yes", "yes"),
            Map.entry("answer.partly", "partly"),
            Map.entry("answer.no", "no"),
            Map.entry("answer.not_applicable", "does not apply"),
            Map.entry("answer.", "not stated"));

    private PlainWords() {}

    static String say(String kind, String code) {
        return WORDS.getOrDefault(kind + "." + code, code);
    }

    static String days(int days) {
        return days == 0 ? "not at all" : days == 1 ? "for one day" : "for " + days + " days";
    }
}
