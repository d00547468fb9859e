package org.morphodepot.volume.nrrd.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.morphodepot.volume.nrrd.file.Faults;
import org.morphodepot.volume.nrrd.file.Folder;
import org.morphodepot.volume.nrrd.file.LocalSource;
import org.morphodepot.volume.nrrd.file.Source;
import org.morphodepot.volume.nrrd.header.DataFiles;
import org.morphodepot.volume.nrrd.header.Encoding;
import org.morphodepot.volume.nrrd.header.NrrdHeader;

/** The data files of one header, in order, with equal shares of the values. */
public final class Pieces {

    private Pieces() {
    }

    /**
     * Finds the files. Those on this computer must be there, and long enough when they are not packed; remote ones are
     * asked for when they are read.
     *
     * @param attached the file of the header itself
     */
    public static List<Piece> of(NrrdHeader header, Source attached, Folder folder, Faults faults) throws IOException {
        List<Piece> pieces = new ArrayList<>();
        if (header.dataFiles().isEmpty()) {
            pieces.add(new Piece(attached, header.text().dataStart(), header.bytes()));
        } else {
            DataFiles files = header.dataFiles().get();
            long share = header.bytes() / files.names().size();
            for (String name : files.names()) {
                pieces.add(new Piece(folder.file(name, faults), 0, share));
            }
        }
        for (Piece piece : pieces) {
            if (header.encoding() == Encoding.RAW && piece.source() instanceof LocalSource) {
                piece.checkRawSize(header);
            }
        }
        return List.copyOf(pieces);
    }
}
