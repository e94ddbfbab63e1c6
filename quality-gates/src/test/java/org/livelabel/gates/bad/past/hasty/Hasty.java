package org.livelabel.gates.bad.past.hasty;

import java.util.function.Consumer;
import org.livelabel.gates.bad.past.log.Log;

class Hasty {
    private final Log log = new Log();

    void publish() {
        log.append("said");
    }

    Consumer<String> later() {
        return log::append;
    }
}
