package org.livelabel.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;

/** What the libraries in this process log: into a file, because the terminal is for people. */
final class LogFile extends StreamHandler {
    private final Path file;
    private boolean open;

    private LogFile(Path file) {
        this.file = file;
        setFormatter(new SimpleFormatter());
    }

    /** The file is made with the first record: its folder has to be claimed before. */
    static void install(Path file) {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s %3$s %5$s%6$s%n");
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.addHandler(new LogFile(file));
    }

    @Override
    public synchronized void publish(LogRecord record) {
        if (!open && Files.isDirectory(file.resolveSibling("."))) {
            try {
                setOutputStream(Files.newOutputStream(file));
                open = true;
            } catch (IOException e) {
                reportError("no log", e, ErrorManager.OPEN_FAILURE);
            }
        }
        super.publish(record);
        flush();
    }
}
