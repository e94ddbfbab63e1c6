package org.livelabel.label;

/** Documents as makers file them. */
public final class Samples {
    public static final String BY_DOCUMENT = """
            {"provenance":{"basis":"document","asserted_on":"2026-05-12",
              "evidence":[{"url":"https://halden.example/support","title":"Support policy"}]},
             "after_end":{"en":"It keeps recording to the card. The app and the alerts may stop."}}""";

    public static final String SHORTENED = """
            {"provenance":{"basis":"statement","asserted_on":"2025-09-02"},
             "reason":{"en":"We are closing the online service to focus on newer models."}}""";

    public static final String WIKIPEDIA = """
            {"provenance":{"basis":"document","asserted_on":"2026-08-22",
              "evidence":[{"url":"https://en.wikipedia.org/wiki/Pixel_9a","title":"Wikipedia"}]}}""";

    public static final String CAMERA = """
            {"provenance":{"basis":"document","asserted_on":"2026-05-12",
               "evidence":[{"url":"https://halden.example/privacy","title":"Privacy policy"}]},
             "updates":{"possible":{"answer":"yes"},"automatic":{"answer":"yes",
                 "statement":{"en":"At night. You can also start one in the app."}},
               "signed":{"answer":"yes","provenance":{"basis":"test","asserted_on":"2026-03-03",
                 "evidence":[{"url":"https://norrlab.example/r/20417"}]}},
               "fix_within_days":30},
             "access":{"default_password":{"kind":"user_chosen"},"two_factor":{"answer":"yes",
                 "statement":{"en":"A code or a key, if you switch it on."}},
               "lockout":{"answer":"yes"},"change_notice":{"answer":"yes","statement":{"sv":"Du får ett mejl."}}},
             "security":{"encrypted_in_transit":{"answer":"yes"},"credentials_hashed":{"answer":"yes"}},
             "data":{"collects":{"answer":"yes"},"practices":[
               {"data_type":"camera","collected_by":["device"],"purposes":["core_function"],"can_decline":"yes",
                 "identifiable":"identified","kept_on_device":{"until":"overwritten"},"kept_in_cloud":{"days":30},
                 "cloud_regions":["SE"],"sold":"no",
                 "shared_with":[{"name":"Norcloud","role":"service_provider","purpose":{"en":"Runs the servers."},"consent":"not_needed"}]},
               {"data_type":"microphone","purposes":["core_function"],"can_decline":"yes","kept_in_cloud":{"days":30},
                 "cloud_regions":["SE"],"sold":"no","shared_with":[{"name":"Norcloud","role":"service_provider"}]},
               {"data_type":"motion","purposes":["core_function"],"kept_in_cloud":{"days":30},"sold":"no","shared_with":[]},
               {"data_type":"account","purposes":["core_function","security"],"can_decline":"no","kept_in_cloud":{"until":"account_closed"},
                 "sold":"no","shared_with":[{"name":"PingPost","role":"service_provider","purpose":{"en":"Sends the alerts."}}]}]},
             "privacy":{"no_sale":{"answer":"yes"},"policy_url":"https://halden.example/privacy",
               "deletion":{"answer":"yes","where":["device","app","servers"],"how":"in_app","servers_within_days":30},
               "device_erase":{"answer":"yes","statement":{"en":"Hold the button under the foot for 10 seconds."}}},
             "offline":{"works":{"answer":"partly"},"keeps":[{"en":"Recording to the card"},{"en":"The privacy shutter"}],
               "stops":[{"en":"Alerts"},{"en":"Watching from away"}],"physical_safety":{"en":"No effect on doors, locks or alarms."}},
             "ownership":{"transferable":{"answer":"yes"},
               "steps_for_new_owner":[{"en":"Ask the last owner to remove it from their account."},{"en":"Set it up as new."}],
               "steps_before_passing_on":[{"en":"Choose “Remove and delete” in the app."},{"en":"Take out the memory card."}]},
             "vulnerabilities":{"contact":"mailto:security@halden.example","policy_url":"https://halden.example/security"}}""";

    private Samples() {}
}
