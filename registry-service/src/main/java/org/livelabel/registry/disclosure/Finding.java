package org.livelabel.registry.disclosure;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One change that a rule found.
 *
 * @param material whether such a change matters to people
 * @param field JSON Pointer into the newer document, or into the older one where the newer is silent
 * @param summary a sentence in plain English
 */
@Schema(name = "Finding")
public record Finding(ChangeCode code, boolean material, String field, String summary) {
    static Finding of(ChangeCode code, String field, String summary) {
        return new Finding(code, code.isMaterial(), field, summary);
    }
}
