package org.morphodepot.forge.internal.state;

/** One remembered thing. The fields are what is written; rows compare by identity. */
public abstract class Row {

    /** Unique among the rows of its class; rows of one repository sort together. */
    public abstract String key();

    static String key(long first, long... more) {
        StringBuilder key = new StringBuilder(String.format("%010d", first));
        for (long part : more) {
            key.append('/').append(String.format("%010d", part));
        }
        return key.toString();
    }
}
