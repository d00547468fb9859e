import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.morphodepot.label.Segmentation;
import org.morphodepot.label.segnrrd.SegNrrd;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.nrrd.NrrdFormat;

/** Reads and writes one segmentation whenever a line says so, and answers with the seconds; for label-files.py. */
class LabelFiles {

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        VoxelSize size = LabelShapes.size(args[1]);
        Path file = folder.resolve("ours.seg.nrrd");
        Segmentation state = LabelShapes.bones(size, 40);
        SegNrrd.write(state, file, Progress.NONE);
        raw(state, folder.resolve("values"));
        System.out.println("ready");
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            long start = System.nanoTime();
            if (order.equals("write")) {
                SegNrrd.write(state, file, Progress.NONE);
            } else if (order.equals("read")) {
                Volumes volumes = new Volumes();
                volumes.addFormat(new NrrdFormat());
                try (Dataset dataset = volumes.open(Address.of(file))) {
                    state = SegNrrd.read(dataset, Optional.empty(), Progress.NONE);
                }
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            Runtime heap = Runtime.getRuntime();
            System.out.println(seconds + " " + (heap.totalMemory() - heap.freeMemory() >> 20));
        }
    }

    private static void raw(Segmentation state, Path file) throws Exception {
        VoxelSize size = state.size();
        char[] labels = new char[size.x() * size.y()];
        byte[] bytes = new byte[labels.length];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int z = 0; z < size.z(); z++) {
                state.layer(0).read(new VoxelBox(0, 0, z, size.x(), size.y(), z + 1), labels);
                for (int i = 0; i < bytes.length; i++) {
                    bytes[i] = (byte) labels[i];
                }
                out.write(bytes);
            }
        }
    }
}
