package org.morphodepot.transfer;

import org.morphodepot.volume.Address;

/**
 * Where files go.
 *
 * @param folder whether the address is surely a folder: a single file then keeps its name in it. Else it is the new name of
 *        the file, unless there is a folder of that name on this computer
 */
public record Target(Address address, boolean folder) {

    /** Reads what a person types; a '/' at the end names a folder. */
    public static Target of(String text) {
        Address address = Address.of(text);
        int query = address.isFile() ? -1 : text.indexOf('?');
        String path = (query < 0 ? text : text.substring(0, query)).strip();
        boolean named = path.endsWith("/") || path.endsWith("\\") || path.matches("(.*/)?\\.\\.?");
        boolean bucket = address.uri().getScheme().equals("s3") && address.uri().getPath().replace("/", "").isEmpty();
        return new Target(address, named || bucket || address.isFile() && java.nio.file.Files.isDirectory(address.path()));
    }
}
