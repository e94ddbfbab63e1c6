package org.livelabel.gates.bad.past.log;

public class Log {
    public void append(String entry) {}
}
