package org.morphodepot.viewer;

/** The three slice views, with the colours 3D Slicer's users know. */
public enum SliceOrientation {
    AXIAL("Axial", 0xF34A33), CORONAL("Coronal", 0x6EB04B), SAGITTAL("Sagittal", 0xEDD54C);

    private final String label;
    private final int rgb;

    SliceOrientation(String label, int rgb) {
        this.label = label;
        this.rgb = rgb;
    }

    public String label() {
        return label;
    }

    /** Red, yellow or green as 0xRRGGBB. */
    public int rgb() {
        return rgb;
    }
}
