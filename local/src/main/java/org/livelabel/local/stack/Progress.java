package org.livelabel.local.stack;

/** Tells a waiting person what is going on. */
public interface Progress {
    /** Begins a step; several may run at a time. A step that is closed without being done has failed. */
    Step begin(String what);

    /** A line of its own. */
    void say(String line);

    /** One thing that takes time. */
    interface Step extends AutoCloseable {
        /** How far it is, in few words: {@code 120 of 249}. */
        void note(String how);

        void done(String result);

        @Override
        void close();
    }

    /** Tells nobody. */
    static Progress silent() {
        return new Progress() {
            @Override
            public Step begin(String what) {
                return new Step() {
                    @Override
                    public void note(String how) {}

                    @Override
                    public void done(String result) {}

                    @Override
                    public void close() {}
                };
            }

            @Override
            public void say(String line) {}
        };
    }
}
