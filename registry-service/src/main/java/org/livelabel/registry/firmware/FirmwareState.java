package org.livelabel.registry.firmware;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Whether a release is still meant to be installed.
 *
 * <pre>
 * from \ to    released  withdrawn
 * released     -         maker
 * withdrawn    -         -
 * </pre>
 */
public enum FirmwareState {
    @JsonProperty("released")
    RELEASED,
    /** The maker took it back, for a public reason. Devices may run it still. */
    @JsonProperty("withdrawn")
    WITHDRAWN;

    public boolean mayBecome(FirmwareState next) {
        return this == RELEASED && next == WITHDRAWN;
    }
}
