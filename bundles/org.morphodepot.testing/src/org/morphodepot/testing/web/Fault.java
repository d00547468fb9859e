package org.morphodepot.testing.web;

import java.time.Duration;

/** How a server misbehaves. */
public sealed interface Fault {

    /** Answers something else. */
    record Answer(WebReply reply) implements Fault {
    }

    /** Answers late. */
    record Delay(Duration time) implements Fault {
    }

    /** Closes the connection after so many bytes of the body; before the status line when negative. */
    record Cut(int bytes) implements Fault {
    }

    /** Sends so many bytes of the body and then nothing more, keeping the connection; not even a status line when negative. */
    record Hang(int bytes) implements Fault {
    }

    /** Answers as if no {@code Range} had been asked for. */
    record IgnoreRange() implements Fault {
    }

    /** Does not tell the length of the body, neither in Content-Length nor in Content-Range. */
    record HideLength() implements Fault {
    }

    /** Answers with a status and no body. */
    static Fault status(int status) {
        return new Answer(WebReply.of(status));
    }
}
