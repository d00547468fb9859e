package org.morphodepot.transfer;

/** Is told what happens to a transfer, on its threads; must be quick. */
public interface TransferListener {

    /** Hears nothing. */
    TransferListener NONE = new TransferListener() {
    };

    /** A file was found, began, or came to its end; {@link Item#state} says which. */
    default void changed(Item item) {
    }

    /** A file that is only at the target was removed, or would be. */
    default void deleted(String key) {
    }
}
